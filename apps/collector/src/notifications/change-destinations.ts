import { randomBytes, randomUUID } from 'node:crypto'
import type { DestinationChange, DestinationRow, NewDestination } from '@ai-census/api'
import { deliveries, destinations, type Transaction } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import { type Cause, recordEvent } from '../access/access-events.ts'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { assertMayPost, RefusedAddress } from './address-guard.ts'
import { SECRET_PREFIX } from './channels/webhook.ts'
import { type Destination, enqueueAll, knowWhatStands } from './enqueue-news.ts'
import { findDestination, lockDestination } from './find-destination.ts'
import { showDestination } from './list-destinations.ts'
import { sealSecret, shownUrl } from './secrets.ts'

/** More than anybody reads; each costs a look at everything that is new. */
const MOST_DESTINATIONS = 50

/** What happened before is told to whoever was there before; the new one is told of what comes. */
export async function createDestination(
  deps: Deps,
  wanted: NewDestination,
  cause: Cause,
): Promise<{ destination: DestinationRow; secret: string | null }> {
  const { url, ...settings } = wanted
  const id = randomUUID()
  const secret = wanted.type === 'webhook' ? newSigningSecret() : null
  const at = deps.now().toISOString()
  await deps.database.orm.transaction(async (tx) => {
    await enqueueAll(deps, tx)
    if ((await tx.$count(destinations)) >= MOST_DESTINATIONS)
      throw new HttpProblem(409, `There are ${MOST_DESTINATIONS} destinations; remove one first.`)
    const [made] = await tx
      .insert(destinations)
      .values({
        ...settings,
        ...(url === undefined ? {} : addressOf(deps, id, url)),
        id,
        secret: secret && sealSecret(deps, id, 'secret', secret),
        version: 1,
        createdBy: cause.who,
        createdAt: at,
        changedBy: cause.who,
        changedAt: at,
      })
      .returning()
    if (!made) throw new Error('an inserted destination came back as no row')
    await knowWhatStands(deps, tx, made)
    await recordEvent(tx, deps, cause, {
      type: 'destination-made',
      subject: labelOf(made),
      detail: factsOf(made),
    })
  })
  return { destination: await showOne(deps, id), secret }
}

export async function changeDestination(
  deps: Deps,
  id: string,
  { url, ifVersion, ...settings }: DestinationChange,
  cause: Cause,
): Promise<DestinationRow> {
  await deps.database.orm.transaction(async (tx) => {
    await enqueueAll(deps, tx)
    const before = await lockDestination(tx, id)
    if (ifVersion !== undefined && ifVersion !== before.version)
      throw new HttpProblem(412, 'The destination changed since you opened it; look at it again.')
    assertFits(before, { url, recipients: settings.recipients })
    const [after] = await tx
      .update(destinations)
      .set({
        ...settings,
        ...(url === undefined ? {} : addressOf(deps, id, url)),
        version: before.version + 1,
        changedBy: cause.who,
        changedAt: deps.now().toISOString(),
      })
      .where(eq(destinations.id, id))
      .returning()
    if (!after) throw new Error('a locked destination came back as no row')
    if (after.paused && !before.paused) await dropWaiting(deps, tx, id)
    await knowWhatStands(deps, tx, after)
    const detail = { ...factsOf(after), ...(url === undefined ? {} : { address: 'set anew' }) }
    await recordEvent(tx, deps, cause, { type: 'destination-changed', subject: labelOf(after), detail })
  })
  deps.notifications.wake()
  return showOne(deps, id)
}

export async function removeDestination(deps: Deps, id: string, cause: Cause): Promise<void> {
  await deps.database.orm.transaction(async (tx) => {
    const [removed] = await tx.delete(destinations).where(eq(destinations.id, id)).returning()
    if (!removed) throw new HttpProblem(404, 'No such destination.')
    await recordEvent(tx, deps, cause, { type: 'destination-removed', subject: labelOf(removed) })
  })
}

/** The one before holds no longer. */
export async function renewSigningSecret(deps: Deps, id: string, cause: Cause): Promise<{ secret: string }> {
  const secret = newSigningSecret()
  await deps.database.orm.transaction(async (tx) => {
    const before = await lockDestination(tx, id)
    if (before.type !== 'webhook') throw new HttpProblem(409, 'Only messages of a plain webhook are signed.')
    await tx
      .update(destinations)
      .set({ secret: sealSecret(deps, id, 'secret', secret) })
      .where(eq(destinations.id, id))
    const detail = { secret: 'made anew' }
    await recordEvent(tx, deps, cause, { type: 'destination-changed', subject: labelOf(before), detail })
  })
  return { secret }
}

const SECRET_BYTES = 32
const newSigningSecret = (): string => `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

function addressOf(deps: Deps, id: string, url: string): Pick<Destination, 'url' | 'urlShown'> {
  try {
    assertMayPost(new URL(url), deps.notifications.settings.allowed)
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error
    throw new HttpProblem(422, error.message, [{ place: 'url', message: error.message }])
  }
  return { url: sealSecret(deps, id, 'url', url), urlShown: shownUrl(url) }
}

function assertFits(
  { type }: Destination,
  { url, recipients }: { url: string | undefined; recipients: readonly string[] },
): void {
  const fault = (place: string, message: string) =>
    new HttpProblem(422, `${place}: ${message}`, [{ place, message }])
  if (type === 'email' && url !== undefined) throw fault('url', 'e-mail has no address to post to')
  if (type === 'email' && recipients.length === 0) throw fault('recipients', 'e-mail has recipients')
  if (type !== 'email' && recipients.length > 0) throw fault('recipients', 'a webhook has no recipients')
}

/** Paused is paused: nothing goes out later. */
async function dropWaiting(deps: Deps, tx: Transaction, id: string): Promise<void> {
  await tx.execute(
    sql`update notification_news set news = null where destination = ${id} and news is not null`,
  )
  await tx
    .update(deliveries)
    .set({ status: 'failed', endedAt: deps.now().toISOString(), error: 'The destination was paused.' })
    .where(and(eq(deliveries.destination, id), eq(deliveries.status, 'waiting')))
}

const showOne = async (deps: Deps, id: string): Promise<DestinationRow> =>
  showDestination(deps, await findDestination(deps.database.orm, id))

const labelOf = ({ name, type }: Destination): string => `${name} (${type})`

/** For the record: what it is told of, and nothing that is a secret. */
const factsOf = ({ wanted, gather, paused }: Destination): Record<string, string> => ({
  kinds: wanted.kinds.join(', '),
  ...(wanted.flags.length > 0 ? { flags: wanted.flags.join(', ') } : {}),
  gather,
  ...(paused ? { paused: 'yes' } : {}),
})
