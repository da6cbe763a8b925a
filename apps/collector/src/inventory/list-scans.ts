import type { getScan as getEndpoint, ScanChange, ScanQuery, ScanRow } from '@ai-census/api'
import { looks, scans } from '@ai-census/db'
import {
  asc,
  count,
  eq,
  getTableColumns,
  objectOf,
  readRows,
  rowsFrom,
  sql,
  type Write,
  writes,
} from '@ai-census/db/query'
import type { CoverageStatus } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Written } from '../http/written.ts'
import { isEqual, isOneOf, since, until } from './filters.ts'
import { eitherWay, writePage } from './list-page.ts'
import { scopeRowOf } from './list-scan-scopes.ts'
import type { Page } from './pages.ts'
import { countOf, narrowedBy } from './totals.ts'

type Row = z.infer<typeof ScanRow>

/** While it runs, how far it is. */
interface Progress {
  heardAt: string | null
  expected: number | null
}
type Counted = typeof scans.$inferSelect & { reports: number; change: ScanChange; progress: Progress | null }

const byStart = {
  by: sql`${scans.startedAt}`,
  type: 'timestamptz',
  id: sql`${scans.id}`,
  idType: 'uuid',
  value: (row: Counted) => row.startedAt,
  key: (row: Counted) => row.id,
} as const

const status = sql`case when ${scans.finishedAt} is null then 'running' else ${scans.coverage} ->> 'status' end`

export async function listScans(deps: Deps, query: z.output<typeof ScanQuery>): Promise<Written<Page<Row>>> {
  return writePage({
    database: deps.database,
    rows: countedScans,
    ref: sql`${scans.id}`,
    query,
    filters: [
      isEqual(scans.scanner, query.scanner),
      isEqual(scans.source, query.source),
      isOneOf(status, query.status),
      since(scans.startedAt, query.from),
      until(scans.startedAt, query.to),
    ],
    order: eitherWay(byStart, query.sort),
    total: narrowedBy(query) ? null : countOf(scans),
    write: scanRowJson,
  })
}

const sumOfChanges = sql.join(
  (['added', 'changed', 'missing', 'gone', 'returned'] as const).map((name) =>
    sql.raw(`'${name}', coalesce(sum((change ->> '${name}')::int), 0)`),
  ),
  sql`, `,
)
const columns = {
  ...getTableColumns(scans),
  reports: sql<number>`(select count(*)::int from look where look.scan = "scan"."id")`,
  change: sql<ScanChange>`(
    select jsonb_build_object(${sumOfChanges}, 'held', count(*) filter (where outcome = 'held'))
    from look where look.scan = "scan"."id" and change is not null)`,
  // The scan of the same source before it says about how many reports are to come.
  progress: sql<Progress | null>`case when "scan"."finished_at" is null then jsonb_build_object(
    'heardAt', (select max(look.at) from look where look.scan = "scan"."id"),
    'expected', (
      select (select count(*)::int from look where look.scan = before.id) from scan before
      where before.source = "scan"."source" and before.scanner = "scan"."scanner"
        and before.finished_at is not null and before.id <> "scan"."id"
        and before.started_at <= "scan"."started_at"
      order by before.started_at desc limit 1)) end`,
}
const countedScans = rowsFrom({ table: scans, columns })

export async function getScan(deps: Deps, id: string): Promise<z.input<typeof getEndpoint.response>> {
  const { orm } = deps.database
  const [row] = await readRows(orm, countedScans, sql`where ${scans.id} = ${id}`)
  if (!row) throw new HttpProblem(404, 'No such scan.')
  const [seen, statuses] = await Promise.all([
    orm
      .select()
      .from(looks)
      .where(eq(looks.scan, id))
      .orderBy(asc(looks.scopeKey), asc(looks.position))
      .limit(SHOWN_SCOPES),
    orm.select({ status: statusOfLook, n: count() }).from(looks).where(eq(looks.scan, id)).groupBy(sql`1`),
  ])
  return {
    scan: scanRowOf(row),
    scopes: seen.map((look) => scopeRowOf(look)),
    statuses: Object.fromEntries(statuses.map((one) => [one.status, one.n])),
  }
}

const SHOWN_SCOPES = 100
const statusOfLook = sql<CoverageStatus>`${looks.coverage} ->> 'status'`

function heardAtOf(progress: Progress | null): string | null {
  return progress?.heardAt ? new Date(progress.heardAt).toISOString() : null
}

const scanRowOf = ({ progress, ...scan }: Counted): Row => ({
  id: scan.id,
  scanner: scan.scanner,
  version: scan.version,
  source: scan.source,
  startedAt: scan.startedAt,
  finishedAt: scan.finishedAt,
  reports: scan.reports,
  coverage: scan.coverage,
  change: scan.change,
  heardAt: heardAtOf(progress),
  expected: progress?.expected ?? null,
})

const { catalogue: _catalogue, author: _author, progress: _progress, ...fields } = countedScans.json
const progressOf = <T>(tell: (progress: Progress | null) => T): Write<T> =>
  writes((cells) => JSON.stringify(tell(countedScans.view(cells).progress)))
const scanRowJson: Write<Row> = objectOf({
  ...fields,
  heardAt: progressOf(heardAtOf),
  expected: progressOf((progress) => progress?.expected ?? null),
})
