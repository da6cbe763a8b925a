import type { getScan as getEndpoint, ScanRow } from '@ai-census/api'
import { looks, scans } from '@ai-census/db'
import { asc, eq, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { afterCursor, cursorOf, orderBy, type Page, pageOf } from './pages.ts'

type Row = z.infer<typeof ScanRow>

export async function listScans(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<Row>> {
  const order = {
    by: sql`${scans.startedAt}`,
    type: 'timestamptz',
    descending: true,
    id: sql`${scans.id}`,
  } as const
  const { orm } = deps.database
  const rows = await orm
    .select({ scan: scans, reports: countReports })
    .from(scans)
    .where(afterCursor(order, query.cursor))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(scans)
  return {
    ...pageOf(rows, query.limit, scanRowOf, (row) => cursorOf(row.scan.startedAt, row.scan.id)),
    total,
  }
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
      completeAt: look.record.complete?.at ?? null,
      findingCount: look.saw,
      unknowns: (look.unknowns ?? []).slice(0, 100),
      unknownCount: look.unknownCount,
      held: look.outcome === 'held',
    })),
  }
}

const scanRowOf = ({ scan, reports }: { scan: typeof scans.$inferSelect; reports: number }): Row => ({
  id: scan.id,
  scanner: scan.scanner,
  version: scan.version,
  source: scan.source,
  startedAt: scan.startedAt,
  finishedAt: scan.finishedAt,
  reports,
  coverage: scan.coverage,
})
