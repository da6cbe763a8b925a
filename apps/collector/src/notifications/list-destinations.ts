import type { DestinationRow, listDestinations as endpoint } from '@ai-census/api'
import { deliveries, destinations, news } from '@ai-census/db'
import { and, asc, desc, eq, isNotNull } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Destination } from './enqueue-news.ts'
import { showDelivery } from './list-deliveries.ts'
import { openSecret } from './secrets.ts'

export async function listDestinations(deps: Deps): Promise<z.input<typeof endpoint.response>> {
  const all = await deps.database.orm
    .select()
    .from(destinations)
    .orderBy(asc(destinations.createdAt), asc(destinations.id))
  const rows: DestinationRow[] = []
  for (const one of all) rows.push(await showDestination(deps, one))
  const { sealer, settings } = deps.notifications
  return { rows, canSeal: sealer !== null, mailFrom: settings.mail?.from ?? null }
}

/** A destination without its secrets. */
export async function showDestination(deps: Deps, row: Destination): Promise<DestinationRow> {
  const { orm } = deps.database
  const { url: _, secret: __, ...shown } = row
  const [last] = await orm
    .select()
    .from(deliveries)
    .where(eq(deliveries.destination, row.id))
    .orderBy(desc(deliveries.createdAt), asc(deliveries.id))
    .limit(1)
  const waiting = await orm.$count(news, and(eq(news.destination, row.id), isNotNull(news.news)))
  return { ...shown, state: stateOf(deps, row), waiting, last: last ? showDelivery(last, row) : null }
}

function stateOf(deps: Deps, row: Destination): DestinationRow['state'] {
  if (row.type === 'email') return deps.notifications.settings.mail ? 'ready' : 'no-mail-server'
  const isLost = (field: 'url' | 'secret') => row[field] !== null && openSecret(deps, row, field) === null
  return isLost('url') || isLost('secret') ? 'sealed-otherwise' : 'ready'
}
