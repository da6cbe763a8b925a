import { type components, scopeSights, type systems } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { type Read, type RowOrder, readStretches } from './list-page.ts'
import { allOf, type Cursor, foreignCursor, type Stretch } from './pages.ts'

interface Seen {
  id: string
  lane: number | null
  seenAt: string | null
  sightAt: string | null
  lastSeenAt: string | null
}

type Table = typeof systems | typeof components

/** Where a row follows its lane, the lane; 0 where it has a time of its own that is later. Breaks ties before the id. */
const laneOf = ({ lane, seenAt, sightAt }: Seen): number =>
  lane !== null && sightAt !== null && (seenAt === null || sightAt >= seenAt) ? lane : 0

const keyOf = (row: Seen): string => `${String(laneOf(row)).padStart(10, '0')} ${row.id}`

/**
 * By last sight, which stands in no row of the list (`lastSight` of the tables). The lanes are walked in the order of
 * their sights, each with what follows it; what has a later time of its own is walked beside them, and the two are one
 * list. What was never seen comes last.
 */
export function lastSeenOrder<R extends Seen>(table: Table): Omit<RowOrder<R>, 'descending'> {
  const follows = sql`coalesce(${scopeSights.sightAt} >= coalesce(${table.seenAt}, '-infinity'), false)`
  return {
    by: sql`greatest(${table.seenAt}, ${scopeSights.sightAt})`,
    type: 'timestamptz',
    nullable: true,
    id: sql`(lpad(case when ${follows} then ${table.lane} else 0 end::text, 10, '0') || ' ' || ${table.id})`,
    value: (row) => row.lastSeenAt,
    key: keyOf,
    async walk(this: RowOrder<R>, read, where, cursor, limit) {
      const point = cursor && pointOf(cursor)
      const rows = point?.at === null ? [] : await readSeen(read, table, where, this.descending, point, limit)
      const never = neverSeen(table, point?.at === null ? point.id : null)
      return [...rows, ...(await readStretches(read, where, [never], limit - rows.length))]
    },
  }
}

interface Point {
  at: string | null
  lane: number
  id: string
}

function pointOf({ value, id }: Cursor): Point {
  const [, lane, rest] = /^(\d{10}) (.+)$/s.exec(id) ?? []
  if (lane === undefined || rest === undefined) throw foreignCursor()
  return { at: value, lane: Number(lane), id: rest }
}

type SeenPoint = Point & { at: string }
const isSeen = (point: Point | null): point is SeenPoint => point !== null && point.at !== null

async function readSeen<R extends Seen>(
  read: Read<R>,
  table: Table,
  where: SQL,
  descending: boolean,
  after: Point | null,
  limit: number,
): Promise<R[]> {
  const point = isSeen(after) ? after : null
  const ways = [followingLanes(table, descending, point), byOwnTime(table, descending, point)]
  const [lanes = [], own = []] = await Promise.all(
    ways.map((stretch) => read(allOf([where, stretch.where]), stretch.order, limit)),
  )
  return [...lanes, ...own].sort(compare(descending)).slice(0, limit)
}

const compare =
  (descending: boolean) =>
  (a: Seen, b: Seen): number => {
    const byTime = compareText(a.lastSeenAt ?? '', b.lastSeenAt ?? '')
    return (descending ? -byTime : byTime) || compareText(keyOf(a), keyOf(b))
  }
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sign = (descending: boolean) => (descending ? sql`<` : sql`>`)

function followingLanes(table: Table, descending: boolean, point: SeenPoint | null): Stretch {
  const way = descending ? sql`desc nulls last` : sql`asc nulls first`
  const id = sql`${table.id} collate "C"`
  const after =
    point &&
    sql`${scopeSights.sightAt} ${sign(descending)}= ${point.at}::timestamptz and (
      ${scopeSights.sightAt} ${sign(descending)} ${point.at}::timestamptz or ${scopeSights.lane} > ${point.lane}
      or (${scopeSights.lane} = ${point.lane} and ${id} > ${point.id}))`
  return {
    where: allOf([
      sql`${scopeSights.sightAt} is not null and (${table.seenAt} is null or ${table.seenAt} <= ${scopeSights.sightAt})`,
      after ?? undefined,
    ]),
    order: sql`${scopeSights.sightAt} ${way}, ${scopeSights.lane}, ${id}`,
  }
}

function byOwnTime(table: Table, descending: boolean, point: SeenPoint | null): Stretch {
  const id = sql`${table.id} collate "C"`
  const later = point && sql`${table.seenAt} ${sign(descending)} ${point.at}::timestamptz`
  const after =
    point &&
    // Of one instant, those with a time of their own come before those that follow a lane.
    (point.lane > 0
      ? later
      : sql`${table.seenAt} ${sign(descending)}= ${point.at}::timestamptz and (${later} or ${id} > ${point.id})`)
  return {
    where: allOf([
      sql`${table.seenAt} is not null and (${scopeSights.sightAt} is null or ${scopeSights.sightAt} < ${table.seenAt})`,
      after ?? undefined,
    ]),
    order: sql`${table.seenAt} ${descending ? sql`desc` : sql`asc`}, ${id}`,
  }
}

function neverSeen(table: Table, after: string | null): Stretch {
  const id = sql`${table.id} collate "C"`
  return {
    where: allOf([
      // A lane whose scope is not there has never seen anything.
      sql`${table.seenAt} is null and ${scopeSights.sightAt} is null`,
      after === null ? undefined : sql`${id} > ${after}`,
    ]),
    order: sql`${id}`,
  }
}
