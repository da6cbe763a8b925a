import type { ScanStart } from '@ai-census/api'
import { looks, type Queryable, scans } from '@ai-census/db'
import { and, count, eq, isNull } from '@ai-census/db/query'
import { type Coverage, digest } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { type Actor, authorOf, covers } from '../http/auth.ts'
import { HttpProblem } from '../http/problem.ts'

export type ScanRecord = typeof scans.$inferSelect

/** Starting it again with the same content is answered like the first time; with other content it is refused. */
export async function startScan(
  deps: Deps,
  id: string,
  start: z.infer<typeof ScanStart>,
  actor: Actor,
): Promise<void> {
  assertMayScan(actor, start.source)
  const { orm } = deps.database
  await orm
    .insert(scans)
    .values({ id, ...start, author: authorOf(actor) })
    .onConflictDoNothing()
  const [kept] = await orm.select().from(scans).where(eq(scans.id, id))
  const isSame =
    kept &&
    kept.scanner === start.scanner &&
    kept.source === start.source &&
    kept.version === start.version &&
    kept.catalogue === start.catalogue
  if (!isSame) throw new HttpProblem(409, 'A scan with this id and other content is there already.')
}

/** The scan, if there is one and this caller may report for its source. */
export async function findScan(tx: Queryable, id: string, actor: Actor): Promise<ScanRecord> {
  const [scan] = await tx.select().from(scans).where(eq(scans.id, id))
  if (!scan) throw new HttpProblem(404, 'No such scan; start it first.')
  assertMayScan(actor, scan.source)
  return scan
}

/** Finishing it again with the same content is answered like the first time; with other content it is refused. */
export async function finishScan(
  deps: Deps,
  id: string,
  end: { finishedAt: string; coverage: Coverage },
  actor: Actor,
): Promise<{ scan: string; reports: number }> {
  const { orm } = deps.database
  await findScan(orm, id, actor)
  await orm
    .update(scans)
    .set(end)
    .where(and(eq(scans.id, id), isNull(scans.finishedAt)))
  const kept = await findScan(orm, id, actor)
  if (
    kept.finishedAt !== new Date(end.finishedAt).toISOString() ||
    digest(kept.coverage) !== digest(end.coverage)
  )
    throw new HttpProblem(409, `This scan was finished already, at ${kept.finishedAt} and with another end.`)
  const [row] = await orm.select({ reports: count() }).from(looks).where(eq(looks.scan, id))
  deps.events.publish({ type: 'scan', data: { scan: id, finished: true } })
  return { scan: id, reports: row?.reports ?? 0 }
}

export const mayReportFor = (actor: Actor, source: string): boolean =>
  actor.type === 'operator' || (actor.type === 'scanner' && covers(actor.sources, source))

/** What a scan is named whose scanner learns on its way which places it reports for: `azure:default`. */
const UNNAMED = ':default'

/** Of an unnamed scan each report is checked by the source that its scope names. */
function assertMayScan(actor: Actor, source: string): void {
  const kind = source.endsWith(UNNAMED) ? source.slice(0, -UNNAMED.length + 1) : null
  const isOfKind =
    kind !== null && actor.type === 'scanner' && actor.sources.some((one) => one.startsWith(kind))
  if (!isOfKind) assertCovers(actor, source)
}

export function assertCovers(actor: Actor, source: string): void {
  if (!mayReportFor(actor, source))
    throw new HttpProblem(403, `This token may not report for the source ${source}.`)
}

/** A scope belongs to the source that last reported it: a token for another one may not speak of it. */
export function assertMayTakeOver(actor: Actor, known: { source: string }, scopeKey: string): void {
  if (!mayReportFor(actor, known.source))
    throw new HttpProblem(
      403,
      `The scope ${scopeKey} is reported for the source ${known.source}, which this token does not cover; use a token that covers both.`,
    )
}
