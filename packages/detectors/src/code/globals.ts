import type { Catalogue } from '../catalogue.ts'
import type { CallSign, ModelSign, NamedSign } from '../signs.ts'
import type { CodeFacts } from './facts.ts'
import { looksLikeModel } from './places.ts'

/** Calls of what a runtime has without an import (`new Supabase.ai.Session('gte-small')`), and the models they are given. */
export function globalSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): { named: NamedSign[]; models: ModelSign[] } {
  const named: NamedSign[] = []
  const models: ModelSign[] = []
  if (facts.language !== 'javascript') return { named, models }
  for (const call of facts.calls) {
    const supplier = ownerOf(facts, call, catalogue)
    if (supplier === null) continue
    const { line } = call
    named.push({ type: 'program', name: supplier, supplier, line, excerpt: excerpt(line) })
    const [first] = call.positional
    // What is made of a class may take its model by position; a function takes a prompt first, unless it is a model's very id.
    if (typeof first === 'string' && looksLikeModel(first) && (call.constructs || isKnown(first, catalogue)))
      models.push({
        value: first,
        supplier,
        place: 'model',
        method: 'call',
        strength: 'strong',
        line,
        excerpt: excerpt(line),
      })
  }
  return { named, models }
}

const isKnown = (id: string, catalogue: Catalogue): boolean =>
  catalogue.modelOwner(id) !== null || catalogue.modelPrefixOwner(id) !== null

function ownerOf(facts: CodeFacts, { target, callee }: CallSign, catalogue: Catalogue): string | null {
  // What a function is handed has no value here: `fetch(request, env)`.
  if (/(?:^|\.)env\.[A-Z]/.test(callee)) return catalogue.globalOwner(callee)
  if (target === null || typeof target === 'string' || !('ref' in target)) return null
  const name = standingFor(facts, target.ref)
  const link = facts.links.get(name.split('.')[0]!)
  // A name of the project's own is not the runtime's.
  return link !== undefined && /^[./~#@]/.test(link) && !/^@\w/.test(link)
    ? null
    : catalogue.globalOwner(name)
}

/** What a module's own name holds: `const model = self.ai.languageModel`; a value of any other kind is no global. */
function standingFor({ values }: CodeFacts, name: string): string {
  const root = name.split('.')[0]!
  const value = values.get(root)
  if (value === undefined) return name
  return value !== null && typeof value === 'object' && 'ref' in value
    ? value.ref + name.slice(root.length)
    : ''
}
