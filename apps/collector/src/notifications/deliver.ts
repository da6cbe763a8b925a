import { deliveries, destinations } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { pauseAfter } from './due.ts'
import { type Outcome, sendMessage } from './send-message.ts'

export type Delivery = typeof deliveries.$inferSelect

/** While one collector sends a message, no other does; should it die, the message is free again after this. */
const CLAIM_MS = 2 * 60_000

/** So many messages are on their way at once, so that a slow receiver holds up none of the others. */
const LANES = 4

/** Sends what is due. Gives the instant at which more is. */
export async function deliverDue(deps: Deps): Promise<number | null> {
  const lane = async () => {
    for (let claimed = await claim(deps); claimed; claimed = await claim(deps)) await attempt(deps, claimed)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return nextAttempt(deps)
}

/** Counts the attempt before it is made: a collector that dies of one does not die of it for ever. */
async function claim(deps: Deps): Promise<Delivery | null> {
  const now = deps.now().toISOString()
  const until = new Date(Date.parse(now) + CLAIM_MS).toISOString()
  const [claimed] = await deps.database.orm
    .update(deliveries)
    .set({ claimedUntil: until, attempts: sql`${deliveries.attempts} + 1` })
    .where(
      sql`${deliveries.id} = (
        select v.id from notification_delivery v join notification_destination d on d.id = v.destination
        where v.status = 'waiting' and not v.is_test and not d.paused and v.next_at <= ${now}::timestamptz
          and (v.claimed_until is null or v.claimed_until <= ${now}::timestamptz)
        order by v.next_at, v.id limit 1 for update of v skip locked)`,
    )
    .returning()
  return claimed ?? null
}

/** Tries a claimed message once and writes down what became of it. */
export async function attempt(deps: Deps, delivery: Delivery): Promise<Delivery | null> {
  const { orm } = deps.database
  const [destination] = await orm.select().from(destinations).where(eq(destinations.id, delivery.destination))
  if (!destination) return null
  const outcome = await sendMessage(deps, destination, delivery)
  const facts = { id: delivery.id, destination: destination.id, attempts: delivery.attempts }
  if (outcome.sent) deps.log.info(facts, 'notification sent')
  else deps.log.warn({ ...facts, answer: outcome.answer, error: outcome.error }, 'notification not sent')
  return record(deps, delivery, outcome)
}

async function record(deps: Deps, delivery: Delivery, outcome: Outcome): Promise<Delivery | null> {
  const now = deps.now()
  const { answer, error } = outcome
  const isOver = outcome.isFinal || delivery.isTest
  const pause = isOver ? null : pauseAfter(delivery.attempts, outcome.retryAfterMs)
  const next = outcome.sent
    ? { status: 'sent' as const, endedAt: now.toISOString() }
    : pause === null
      ? { status: 'failed' as const, endedAt: now.toISOString() }
      : { nextAt: new Date(now.getTime() + pause).toISOString() }
  const [row] = await deps.database.orm
    .update(deliveries)
    .set({ ...next, answer, error, claimedUntil: null })
    .where(and(eq(deliveries.id, delivery.id), eq(deliveries.attempts, delivery.attempts)))
    .returning()
  deps.events.publish({ type: 'notification', data: { id: delivery.id, sent: outcome.sent } })
  return row ?? null
}

async function nextAttempt(deps: Deps): Promise<number | null> {
  const { rows } = await deps.database.orm.execute<{ at: string | null }>(sql`
    select min(greatest(v.next_at, v.claimed_until))::text as at
    from notification_delivery v join notification_destination d on d.id = v.destination
    where v.status = 'waiting' and not v.is_test and not d.paused`)
  const at = rows[0]?.at
  return at ? Date.parse(at) : null
}
