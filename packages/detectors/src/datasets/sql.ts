import type { Detector } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import type { NamedSign } from '../signs.ts'
import { endpointSigns } from './endpoints.ts'
import { extensionsIn } from './extensions.ts'
import { querySigns } from './queries.ts'
import { rowSigns } from './rows.ts'
import { withoutComments } from './sql-text.ts'

/** Statements in SQL: what makes a database hold vectors or ask a model, and the providers and models that it begins with. */
export const sql: Detector = {
  id: 'datasets/sql',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ extension }) => /^(sql|psql|pgsql|sqlx|bq|bqsql|hql)$/.test(extension),
  analyse(input) {
    const text = withoutComments(input.text)
    const named = extensionsIn(text, input.catalogue).map(({ name, supplier, at }): NamedSign => {
      const line = input.lines.at(at)
      return { type: 'extension', name, supplier, line, excerpt: input.excerpt(line) }
    })
    const queries = querySigns(text, input.catalogue, (at) => {
      const line = input.lines.at(at)
      return { line, excerpt: input.excerpt(line) }
    })
    return mergeSigns([
      named.length > 0 ? { named } : {},
      queries,
      rowSigns(input, text),
      endpointSigns(input, text),
    ])
  },
}
