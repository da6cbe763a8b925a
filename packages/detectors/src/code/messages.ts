import type { Catalogue } from '../catalogue.ts'
import type { NamedSign } from '../signs.ts'
import type { CodeFacts, TextFact } from './facts.ts'

/** One name alone may be a route of the program's own: `router.get('tools/list')`. */
const ENOUGH = 2

/**
 * Protocols that a program speaks without a kit, by the names of their messages. Names that it compares with count as well:
 * so a server tells what it is asked for (`case 'tools/call'`).
 */
export function messageSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): NamedSign[] {
  const spoken = new Map<string, { readonly names: Set<string>; readonly first: TextFact }>()
  for (const fact of facts.texts) {
    if (fact.text.length > 60) continue
    const supplier = catalogue.messageOwner(fact.text)
    if (supplier === null) continue
    const known = spoken.get(supplier) ?? { names: new Set<string>(), first: fact }
    known.names.add(fact.text)
    spoken.set(supplier, known)
  }
  return [...spoken].flatMap(([supplier, { names, first }]): NamedSign[] =>
    names.size < ENOUGH
      ? []
      : [{ type: 'node', name: supplier, supplier, line: first.line, excerpt: excerpt(first.line) }],
  )
}
