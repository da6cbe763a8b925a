import type { AssistantStart, Supplier } from '../catalogue-form.ts'
import type { Signature } from '../signature.ts'

export const ownersOf = (
  all: readonly Supplier[],
  pick: (s: Signature) => readonly string[] | undefined,
): ReadonlyMap<string, string> =>
  new Map(all.flatMap((s) => (pick(s) ?? []).map((name) => [name, s.slug] as const)))

/** Who serves what others publish. */
export const HOSTS: ReadonlySet<string> = new Set(['cloud-ai', 'inference-host', 'gateway'])

export function assistantStarts(all: readonly Supplier[]): ReadonlyMap<string, readonly AssistantStart[]> {
  const found = new Map<string, AssistantStart[]>()
  for (const { slug, assistantCommands } of all)
    for (const { command, takes, packages, product } of assistantCommands ?? []) {
      const start = { supplier: slug, command, ...(product ? { product } : {}) }
      const program = command.split(' ')[0]!
      found.set(program, [...(found.get(program) ?? []), { ...start, takes }])
      for (const name of packages ?? []) if (name !== program) found.set(name, [{ ...start, takes: [] }])
    }
  return found
}

/** By a path in a text. Nearly all texts that are asked about hold no slash. */
export function pathLookup(all: readonly Supplier[]): (text: string) => string | null {
  const paths = [...ownersOf(all, (s) => s.paths)]
  // Each has a second slash, so that what stands in a text without its first one has one too.
  const allInner = paths.every(([path]) => path.includes('/', 1))
  return (text) =>
    allInner && !text.includes('/')
      ? null
      : (paths.find(([path]) => text.includes(path) || text.startsWith(path.slice(1)))?.[1] ?? null)
}
