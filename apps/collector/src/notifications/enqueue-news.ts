import { destinations, newsCursors, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { inBatches, jsonRows } from '../reconcile/batches.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import type { KeyedNews } from './news-key.ts'
import { newsOfRuns } from './news-of-runs.ts'
import { type Asked, newsOfTheCalendar } from './news-of-the-calendar.ts'
import { isWanted, type Scale } from './wanted.ts'

export type Destination = typeof destinations.$inferSelect

/** One transaction follows at most so many runs, so that others get at the database between. */
const MOST_RUNS = 5
/** How often the calendar is looked at. */
const CALENDAR_MS = 10 * 60_000

/**
 * Puts what is new before every destination that asked for it. How far that has come is a row of the same transaction:
 * a crash loses nothing and doubles nothing, and of two collectors one waits for the other.
 */
export async function enqueueNews(deps: Deps): Promise<void> {
  while (await deps.database.orm.transaction((tx) => enqueueNext(deps, tx)));
}

/** The same up to this moment, in a transaction that is about to change who is told of what. */
export async function enqueueAll(deps: Deps, tx: Transaction): Promise<void> {
  while (await enqueueNext(deps, tx));
  await enqueueNext(deps, tx, { calendarIsDue: true })
}

/** Whether there is more. */
async function enqueueNext(deps: Deps, tx: Transaction, { calendarIsDue = false } = {}): Promise<boolean> {
  const cursor = await lockCursor(deps, tx)
  const all = await tx.select().from(destinations).where(eq(destinations.paused, false))
  const newest = await newestRun(tx)
  const to = all.length === 0 ? newest : Math.min(newest, cursor.run + MOST_RUNS)
  const now = deps.now().toISOString()
  const sinceCalendar = Date.parse(now) - Date.parse(cursor.calendarAt)
  const looksAtCalendar = all.length > 0 && (calendarIsDue || sinceCalendar >= CALENDAR_MS)
  if (to === cursor.run && !looksAtCalendar) return false
  if (all.length > 0) {
    const scale = await readScale(deps, tx)
    if (to > cursor.run) await tell(tx, all, await newsOfRuns(tx, { from: cursor.run, to }), scale, now)
    if (looksAtCalendar) await tell(tx, all, await newsOfTheCalendar(deps, tx, askedBy(all)), scale, now)
  }
  const calendarAt = looksAtCalendar ? now : cursor.calendarAt
  await tx.update(newsCursors).set({ run: to, calendarAt }).where(eq(newsCursors.name, 'news'))
  return to < newest
}

/** What stands already is known to a destination that is new or was changed: it is never told. */
export async function knowWhatStands(deps: Deps, tx: Transaction, destination: Destination): Promise<void> {
  const standing = await newsOfTheCalendar(deps, tx, askedBy([destination]))
  const scale = await readScale(deps, tx)
  const known = standing.filter(({ news }) => isWanted(news, destination.wanted, scale))
  await insert(
    tx,
    known.map(({ key }) => ({ destination: destination.id, key, news: null })),
    deps.now().toISOString(),
  )
}

async function lockCursor(deps: Deps, tx: Transaction): Promise<typeof newsCursors.$inferSelect> {
  const [kept] = await tx.select().from(newsCursors).where(eq(newsCursors.name, 'news')).for('update')
  if (kept) return kept
  const calendarAt = deps.now().toISOString()
  await tx
    .insert(newsCursors)
    .values({ name: 'news', run: await newestRun(tx), calendarAt })
    .onConflictDoNothing()
  return lockCursor(deps, tx)
}

async function newestRun(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ run: number }>(
    sql`select coalesce(max(run), 0)::int as run from reconciliation`,
  )
  return rows[0]?.run ?? 0
}

async function readScale(deps: Deps, tx: Transaction): Promise<Scale> {
  const { riskLevels } = await settingsInForce(deps, tx)
  return { riskLevels, today: deps.now().toISOString().slice(0, 10) }
}

const askedBy = (all: readonly Destination[]): Asked => ({
  kinds: new Set(all.flatMap(({ wanted }) => wanted.kinds)),
  daysAhead: Math.max(...all.map(({ wanted }) => wanted.daysAhead)),
})

async function tell(
  tx: Transaction,
  all: readonly Destination[],
  found: readonly KeyedNews[],
  scale: Scale,
  now: string,
): Promise<void> {
  const rows = all.flatMap(({ id, wanted }) =>
    found
      .filter(({ news }) => isWanted(news, wanted, scale))
      .map(({ key, news }) => ({ destination: id, key, news })),
  )
  await insert(tx, rows, now)
}

interface Row {
  destination: string
  key: string
  news: KeyedNews['news'] | null
}

const insert = (tx: Transaction, rows: readonly Row[], at: string): Promise<void> =>
  inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into notification_news (destination, key, at, news)
      select destination, key, ${at}::timestamptz, nullif(news, 'null'::jsonb)
      from jsonb_to_recordset(${jsonRows(batch)}) as new (destination uuid, key text, news jsonb)
      on conflict (destination, key) do nothing`),
  )
