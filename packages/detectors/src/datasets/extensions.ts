import type { Catalogue } from '../catalogue.ts'
import type { Detector } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { rowSigns } from './rows.ts'

const created =
  /\b(?:create|alter)\s{1,20}extension\s{1,20}(?:if\s{1,20}not\s{1,20}exists\s{1,20})?["'`]?(\w{3,40})/gi

/** Extensions of the catalogue that a statement adds to a database, or changes in it, with where each stands in the text. */
export function extensionsIn(
  text: string,
  catalogue: Catalogue,
): { name: string; supplier: string; at: number }[] {
  return [...text.matchAll(created)].flatMap(({ 1: name = '', index }) => {
    const supplier = catalogue.extensionOwner(name)
    return supplier === null ? [] : [{ name: name.toLowerCase(), supplier, at: index }]
  })
}

/** Statements in SQL: what makes a database hold vectors, and the providers and models that it begins with. */
export const sql: Detector = {
  id: 'datasets/sql',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ extension }) => extension === 'sql' || extension === 'psql' || extension === 'pgsql',
  analyse(input) {
    const text = withoutComments(input.text)
    const named = extensionsIn(text, input.catalogue).map(({ name, supplier, at }): NamedSign => {
      const line = input.lines.at(at)
      return { type: 'extension', name, supplier, line, excerpt: input.excerpt(line) }
    })
    return { ...(named.length > 0 ? { named } : {}), ...rowSigns(input, text) }
  },
}

/** Comments keep their length, so that positions stay true. */
const withoutComments = (text: string): string =>
  text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
