import { sql } from '@ai-census/db/query'
import { type Coverage, canonicalJson, type Scope } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { completeAtOf, newestOf } from '../ingest/scope-record.ts'

interface Row {
  scope_key: string
  scanner: string
  scope: Scope
  version: string
  coverage: Coverage
  finished_at: string | Date
  complete_at: string | null
  saw: number
  unknown_count: number
  held: boolean
}

const BATCH = 500

/** Each scope with its newest look that counted by a position of the ledger: what was read, and what was not. */
export async function* coverageLines(deps: Deps, position: number): AsyncGenerator<string> {
  let after = { scope: '', scanner: '' }
  for (;;) {
    const { rows } = await deps.database.orm.execute<Row & Record<string, unknown>>(sql`
      select s.scope_key, s.scanner, n.scope, n.version, n.coverage, n.finished_at, n.saw, n.unknown_count,
        ${completeAtOf('last')} as complete_at, last.record ->> 'held' is not null as held
      from scope s
      cross join lateral (
        select l.* from look l
        where l.scope_key = s.scope_key and l.scanner = s.scanner and l.position <= ${position}
        order by l.position desc limit 1) last
      join look n on n.position = ${newestOf('last')}
      where (s.scope_key, s.scanner) > (${after.scope}, ${after.scanner})
      order by s.scope_key, s.scanner limit ${BATCH}`)
    for (const row of rows) yield canonicalJson(lineOf(row))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = { scope: last.scope_key, scanner: last.scanner }
  }
}

const lineOf = (row: Row) => ({
  scope: row.scope,
  scanner: row.scanner,
  version: row.version,
  coverage: row.coverage,
  lookedAt: new Date(row.finished_at).toISOString(),
  completeAt: row.complete_at && new Date(row.complete_at).toISOString(),
  findings: row.saw,
  unknowns: row.unknown_count,
  held: row.held,
})
