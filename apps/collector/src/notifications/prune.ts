import { sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'

/** Of each destination so many ended messages are kept, of which none is older than so many days. */
const MOST_KEPT = 200
const KEPT_DAYS = 90
/** What was told of is known for so long; then it would be news again, could it come again. */
const KNOWN_DAYS = 400

/** Forgets old messages, and what was told long ago. */
export async function pruneNotifications(deps: Deps): Promise<void> {
  const { orm } = deps.database
  const now = deps.now().toISOString()
  await orm.execute(sql`
    delete from notification_delivery where status <> 'waiting' and (
      created_at < ${now}::timestamptz - ${`${KEPT_DAYS} days`}::interval
      or id in (
        select id from (
          select id, row_number() over (partition by destination order by created_at desc, id) as n
          from notification_delivery where status <> 'waiting'
        ) ranked where n > ${MOST_KEPT}))`)
  await orm.execute(sql`
    delete from notification_news
    where news is null and at < ${now}::timestamptz - ${`${KNOWN_DAYS} days`}::interval`)
}
