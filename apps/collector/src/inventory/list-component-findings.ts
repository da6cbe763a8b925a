import type { ComponentFinding, listComponentFindings as endpoint } from '@ai-census/api'
import { findingContents, findings, looks, type Queryable, scopeSights, scopes } from '@ai-census/db'
import { aliasedTable, and, eq, isNull, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { newestOf, recordOf } from '../ingest/scope-record.ts'
import { assertComponent } from './assert-there.ts'
import { cursorOf, foreignCursor, type Page, pageOf, readPoint } from './pages.ts'

type Shown = z.infer<typeof ComponentFinding>
interface Point {
  scope: string
  scanner: string
  key: string
}
interface Row {
  at: Point
  shown: Shown
}

/** All findings of one component as the ledger has them now, in the order of scope, scanner and key. */
export async function listComponentFindings(
  deps: Deps,
  id: string,
  { cursor, limit }: z.output<typeof endpoint.query>,
): Promise<Page<Shown>> {
  const { orm } = deps.database
  await assertComponent(orm, id)
  const [rows, total] = await Promise.all([
    readFindings(orm, id, cursor === undefined ? null : pointOf(cursor), limit + 1),
    countFindings(orm, id),
  ])
  const pointAt = ({ at }: Row) => cursorOf(at.scope, JSON.stringify([at.scanner, at.key]))
  return { ...pageOf(rows, limit, ({ shown }) => shown, pointAt), total }
}

function pointOf(cursor: string): Point {
  const [scope, rest] = readPoint(cursor)
  try {
    const value: unknown = JSON.parse(rest)
    const [scanner, key]: unknown[] = Array.isArray(value) && value.length === 2 ? value : []
    if (typeof scanner === 'string' && typeof key === 'string') return { scope, scanner, key }
  } catch {
    // Falls through to the refusal.
  }
  throw foreignCursor()
}

/** Found by the hash of scope and key, which is the same for every scanner. */
const ofComponent = (id: string) => sql`exists (
  select from component_finding part where part.component_id = ${id}
    and part.scope = ${findings.scopeKey} and part.key = ${findings.key})
  and ${findings.address} in (
    select hashtextextended(scope || ' ' || key, 0) from component_finding where component_id = ${id})`

export const countFindings = (db: Queryable, id: string): PromiseLike<number> =>
  db.$count(findings, and(isNull(findings.toPosition), ofComponent(id)))

export async function readFindings(
  db: Queryable,
  id: string,
  after: Point | null,
  limit: number,
): Promise<Row[]> {
  const newest = aliasedTable(looks, 'newest')
  const place = sql`(${findings.scopeKey}, ${findings.scanner}, ${findings.key})`
  const rows = await db
    .select({
      finding: findings,
      content: findingContents.finding,
      scope: newest.scope,
      last: looks,
    })
    .from(findings)
    .innerJoin(findingContents, eq(findingContents.hash, findings.hash))
    .innerJoin(scopes, and(eq(scopes.scopeKey, findings.scopeKey), eq(scopes.scanner, findings.scanner)))
    .innerJoin(scopeSights, eq(scopeSights.lane, scopes.lane))
    .innerJoin(looks, eq(looks.position, scopeSights.lookPosition))
    .innerJoin(newest, sql`${newest.position} = ${newestOf('look')}`)
    .where(
      and(
        isNull(findings.toPosition),
        ofComponent(id),
        after ? sql`${place} > (${after.scope}, ${after.scanner}, ${after.key})` : undefined,
      ),
    )
    .orderBy(findings.scopeKey, findings.scanner, findings.key)
    .limit(limit)
  return rows.map(({ finding, content, scope, last }) => ({
    at: { scope: finding.scopeKey, scanner: finding.scanner, key: finding.key },
    shown: {
      scope,
      scanner: finding.scanner,
      finding: content,
      firstSeenAt: finding.firstSeenAt,
      lastSeenAt: finding.lastSeen?.at ?? recordOf(last).sight?.at ?? finding.changedAt,
      open: finding.presence !== 'missing' && finding.presence !== 'gone',
    },
  }))
}
