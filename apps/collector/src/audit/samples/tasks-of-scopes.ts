import type { SampleTask } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Coverage, Scope } from '@ai-census/schema'
import { newestOf } from '../../ingest/scope-record.ts'
import type { Moment } from '../../reconcile/load-facts.ts'
import { openAt } from './population.ts'

interface DrawnScope {
  name: string
  scope: Scope
  scanner: string
  coverage: Coverage
  looked_at: string | Date
  found: string[]
  total: number
}

/** Findings that one row names; their number is always whole. */
const SHOWN = 50

/** From the source to the inventory: each scope with what the ledger holds of it. */
export async function scopeTasks(
  tx: Transaction,
  names: string[],
  moment: Moment,
): Promise<Map<string, SampleTask>> {
  const rows = await readScopes(tx, names, moment)
  return new Map(rows.map((row) => [row.name, taskOf(row)]))
}

const taskOf = ({ scope, scanner, coverage, looked_at, found, total }: DrawnScope): SampleTask => ({
  title: scope.title,
  check: 'Open the source itself and list the AI that you see there. Is each of it among what was found?',
  page: null,
  url: scope.url ?? null,
  facts: {
    scope: scope.key,
    scanner,
    coverage: [coverage.status, coverage.reason, coverage.detail].filter(Boolean).join(', '),
    lookedAt: new Date(looked_at).toISOString(),
    found,
    findings: String(total),
  },
  evidence: [],
  evidenceCount: 0,
})

async function readScopes(tx: Transaction, names: string[], moment: Moment): Promise<DrawnScope[]> {
  const part = (nth: 0 | 1) => sql`${sql.param(names.map((name) => name.split(' ', 2)[nth] ?? ''))}::text[]`
  const { rows } = await tx.execute<DrawnScope & Record<string, unknown>>(sql`
    select drawn.name, n.scope, n.scanner, n.coverage, n.finished_at as looked_at, seen.total,
      coalesce(seen.found, '{}') as found
    from unnest(${sql.param(names)}::text[], ${part(0)}, ${part(1)}) as drawn (name, scope, scanner)
    cross join lateral (
      select ${newestOf('l')} as newest from look l
      where l.scope_key = drawn.scope and l.scanner = drawn.scanner and l.position <= ${moment.position}
      order by l.position desc limit 1) s
    join look n on n.position = s.newest
    cross join lateral (
      select count(*)::int as total,
        (array_agg((fc.finding ->> 'kind') || ' ' || (fc.finding ->> 'name') order by f.key collate "C"))[:${sql.raw(String(SHOWN))}] as found
      from finding f join finding_content fc on fc.hash = f.hash
      where f.scope_key = drawn.scope and f.scanner = drawn.scanner and f.presence in ('seen', 'returned')
        and ${openAt(moment)}) seen`)
  return rows
}
