import type { listScanScopes as endpoint, ScanScope, ScopeRow } from '@ai-census/api'
import { looks, type Queryable, scans } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import type { CoverageStatus } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { recordOf } from '../ingest/scope-record.ts'
import { changeOf } from '../ingest/summary.ts'
import { holds, isOneOf } from './filters.ts'
import { afterCursor, cursorOf, type Order, orderBy, type Page, pageOf } from './pages.ts'

type Query = z.output<typeof endpoint.query>
type LookRow = typeof looks.$inferSelect

/** Unknowns that a list shows of each scope; their number is always whole. */
const SHOWN_UNKNOWNS = 100

/** A look that was held and then released is in its scan twice. */
const order: Order = {
  by: sql`${looks.scopeKey}`,
  type: 'text',
  descending: false,
  id: sql`${looks.position}::text`,
}

/** A look that only confirmed the one before keeps no change at all. */
const hasNews = sql`coalesce(${sql.join(
  (['added', 'changed', 'missing', 'gone', 'returned'] as const).map(
    (name) => sql`(${looks.change} ->> ${sql.raw(`'${name}'`)})::int`,
  ),
  sql` + `,
)}, 0) > 0`

export async function listScanScopes(deps: Deps, scan: string, query: Query): Promise<Page<ScanScope>> {
  const { orm } = deps.database
  await assertScan(orm, scan)
  const where = and(
    eq(looks.scan, scan),
    isOneOf(sql`(${looks.coverage} ->> 'status')`, query.status),
    holds(hasNews, query.changed),
  )
  const [rows, total] = await Promise.all([
    orm
      .select()
      .from(looks)
      .where(and(where, afterCursor(order, query.cursor)))
      .orderBy(orderBy(order))
      .limit(query.limit + 1),
    orm.$count(looks, where),
  ])
  const since = await readSince(orm, scan, rows)
  const show = (look: LookRow): ScanScope => ({
    ...scopeRowOf(look),
    change: { ...pickChange(look), held: look.outcome === 'held' ? 1 : 0 },
    since: since.get(nameOf(look)) ?? null,
  })
  return {
    ...pageOf(rows, query.limit, show, (look) => cursorOf(look.scopeKey, String(look.position))),
    total,
  }
}

export async function assertScan(db: Queryable, id: string): Promise<void> {
  if ((await db.$count(scans, eq(scans.id, id))) === 0) throw new HttpProblem(404, 'No such scan.')
}

function pickChange(look: LookRow): Omit<ScanScope['change'], 'held'> {
  const { added, changed, missing, gone, returned } = changeOf(look)
  return { added, changed, missing, gone, returned }
}

const nameOf = ({ scopeKey, scanner }: Pick<LookRow, 'scopeKey' | 'scanner'>): string =>
  `${scopeKey} ${scanner}`

/** How later scans saw the same scopes. */
async function readSince(
  db: Queryable,
  scan: string,
  rows: readonly LookRow[],
): Promise<Map<string, NonNullable<ScanScope['since']>>> {
  const keys = [...new Set(rows.map(({ scopeKey }) => scopeKey))]
  if (keys.length === 0) return new Map()
  const found = await db.execute<{
    scope_key: string
    scanner: string
    scan: string
    status: CoverageStatus
    at: string | Date
  }>(sql`
    select scope.scope_key, scope.scanner, look.scan, look.coverage ->> 'status' as status, look.finished_at as at
    from scope join scope_sight on scope_sight.lane = scope.lane
    join look on look.position = scope_sight.look_position
    where scope.scope_key = any(${sql.param(keys)}::text[]) and look.scan <> ${scan}`)
  return new Map(
    found.rows.map((row) => [
      `${row.scope_key} ${row.scanner}`,
      { status: row.status, at: new Date(row.at).toISOString(), scan: row.scan },
    ]),
  )
}

/** A scope as one look saw it. */
export const scopeRowOf = (look: LookRow): ScopeRow => ({
  scope: look.scope,
  scanner: look.scanner,
  version: look.version,
  catalogue: look.catalogue,
  coverage: look.coverage,
  lookedAt: look.finishedAt,
  completeAt: recordOf(look).complete?.at ?? null,
  findingCount: look.saw,
  unknowns: (look.unknowns ?? []).slice(0, SHOWN_UNKNOWNS),
  unknownCount: look.unknownCount,
  held: look.outcome === 'held',
})
