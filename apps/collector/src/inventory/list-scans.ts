import type { getScan as getEndpoint, ScanQuery, ScanRow } from '@ai-census/api'
import { looks, scans } from '@ai-census/db'
import { asc, eq, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { recordOf } from '../ingest/scope-record.ts'
import { isEqual, isOneOf, since, until } from './filters.ts'
import { eitherWay, listPage } from './list-page.ts'
import type { Page } from './pages.ts'
import { narrowedBy } from './totals.ts'

type Row = z.infer<typeof ScanRow>

interface Counted {
  scan: typeof scans.$inferSelect
  reports: number
}

const byStart = {
  by: sql`${scans.startedAt}`,
  type: 'timestamptz',
  id: sql`${scans.id}`,
  idType: 'uuid',
  value: ({ scan }: Counted) => scan.startedAt,
  key: ({ scan }: Counted) => scan.id,
} as const

const status = sql`case when ${scans.finishedAt} is null then 'running' else ${scans.coverage} ->> 'status' end`

export async function listScans(deps: Deps, query: z.output<typeof ScanQuery>): Promise<Page<Row>> {
  const { orm } = deps.database
  return listPage({
    db: orm,
    from: sql`${scans}`,
    ref: { column: sql`${scans.id}`, type: 'uuid' },
    query,
    filters: [
      isEqual(scans.scanner, query.scanner),
      isEqual(scans.source, query.source),
      isOneOf(status, query.status),
      since(scans.startedAt, query.from),
      until(scans.startedAt, query.to),
    ],
    order: eitherWay(byStart, query.sort),
    read: (where, order, limit) =>
      orm.select({ scan: scans, reports: countReports }).from(scans).where(where).orderBy(order).limit(limit),
    total: narrowedBy(query) ? null : () => orm.$count(scans),
    show: scanRowOf,
  })
}

const countReports = sql<number>`(select count(*)::int from look where look.scan = "scan"."id")`

export async function getScan(deps: Deps, id: string): Promise<z.input<typeof getEndpoint.response>> {
  const { orm } = deps.database
  const [row] = await orm.select({ scan: scans, reports: countReports }).from(scans).where(eq(scans.id, id))
  if (!row) throw new HttpProblem(404, 'No such scan.')
  const seen = await orm
    .select()
    .from(looks)
    .where(eq(looks.scan, id))
    .orderBy(asc(looks.scopeKey), asc(looks.position))
  return {
    scan: scanRowOf(row),
    scopes: seen.map((look) => ({
      scope: look.scope,
      scanner: look.scanner,
      version: look.version,
      catalogue: look.catalogue,
      coverage: look.coverage,
      lookedAt: look.finishedAt,
      completeAt: recordOf(look).complete?.at ?? null,
      findingCount: look.saw,
      unknowns: (look.unknowns ?? []).slice(0, 100),
      unknownCount: look.unknownCount,
      held: look.outcome === 'held',
    })),
  }
}

const scanRowOf = ({ scan, reports }: Counted): Row => ({
  id: scan.id,
  scanner: scan.scanner,
  version: scan.version,
  source: scan.source,
  startedAt: scan.startedAt,
  finishedAt: scan.finishedAt,
  reports,
  coverage: scan.coverage,
})
