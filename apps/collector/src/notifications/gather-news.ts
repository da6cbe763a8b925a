import { randomUUID } from 'node:crypto'
import { deliveries, destinations, type NewsMessage, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import { type News, NewsKind } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { texts } from '../reconcile/batches.ts'
import { dueOf } from './due.ts'

/** A message has the first so many in words; the others it counts. */
const MOST_NEWS = 100

interface Waiting extends Record<string, unknown> {
  id: string
  gather: 'soon' | 'daily'
  dailyAt: number
  oldest: string
  newest: string
}

/**
 * Makes messages of what waits and is due. While one is still on its way to a destination, what comes meanwhile waits
 * for the next: a receiver that is down for a day gets one message more and not a thousand. Gives the next due instant.
 */
export async function gatherNews(deps: Deps): Promise<number | null> {
  const now = deps.now().getTime()
  let next: number | null = null
  for (const waiting of await readWaiting(deps)) {
    const due = dueOf(waiting, { oldest: Date.parse(waiting.oldest), newest: Date.parse(waiting.newest) })
    if (due <= now) await deps.database.orm.transaction((tx) => gather(deps, tx, waiting.id))
    else next = Math.min(next ?? due, due)
  }
  return next
}

const isOnItsWay = sql`exists (
  select 1 from notification_delivery v where v.destination = d.id and v.status = 'waiting' and not v.is_test)`

async function readWaiting(deps: Deps): Promise<Waiting[]> {
  const { rows } = await deps.database.orm.execute<Waiting>(sql`
    select d.id, d.gather, d.daily_at as "dailyAt", min(n.at)::text as oldest, max(n.at)::text as newest
    from notification_destination d join notification_news n on n.destination = d.id and n.news is not null
    where not d.paused and not ${isOnItsWay}
    group by d.id order by d.id`)
  return rows
}

async function gather(deps: Deps, tx: Transaction, id: string): Promise<void> {
  // Two collectors come one after the other; the second finds nothing left.
  await tx.select({ id: destinations.id }).from(destinations).where(eq(destinations.id, id)).for('update')
  const { rows: free } = await tx.execute(
    sql`select 1 from notification_destination d where d.id = ${id} and not d.paused and not ${isOnItsWay}`,
  )
  const message = free.length > 0 ? await takeUp(tx, id) : null
  if (!message) return
  const at = deps.now().toISOString()
  await tx.insert(deliveries).values({
    id: randomUUID(),
    destination: id,
    isTest: false,
    message,
    createdAt: at,
    status: 'waiting',
    attempts: 0,
    nextAt: at,
  })
}

async function takeUp(tx: Transaction, id: string): Promise<NewsMessage | null> {
  const { rows } = await tx.execute<{ news: News }>(sql`
    select news from notification_news where destination = ${id} and news is not null
    order by array_position(${texts(NewsKind.options)}, news ->> 'kind'), at, news #>> '{subject,name}', key limit ${MOST_NEWS}`)
  if (rows.length === 0) return null
  const { rows: counts } = await tx.execute<{ kind: NewsKind; count: number }>(sql`
    select news ->> 'kind' as kind, count(*)::int as count from notification_news
    where destination = ${id} and news is not null group by 1`)
  await tx.execute(
    sql`update notification_news set news = null where destination = ${id} and news is not null`,
  )
  return {
    news: rows.map(({ news }) => news),
    counts: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
  }
}
