import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Destination } from './enqueue-news.ts'

type Field = 'url' | 'secret'

const placeOf = (id: string, field: Field): string => `notification_destination ${id} ${field}`

/** Refused where this collector has no key: better said here than kept in clear. */
export function sealSecret(deps: Deps, id: string, field: Field, secret: string): string {
  const { sealer } = deps.notifications
  if (sealer) return sealer.seal(secret, placeOf(id, field))
  throw new HttpProblem(
    409,
    'This collector has no sealing key, and keeps no address unsealed. Whoever runs it sets AI_CENSUS_SEALING_KEY.',
  )
}

/** Null: it was sealed with another key. */
export function openSecret(deps: Deps, destination: Destination, field: Field): string | null {
  const sealed = destination[field]
  return sealed === null
    ? null
    : (deps.notifications.sealer?.open(sealed, placeOf(destination.id, field)) ?? null)
}

const MOST_SHOWN = 4
/** A path shorter than this would be told by half. */
const LEAST_HIDDEN = 16

/** What of an address may be shown: the host, and where the rest is long, its last characters. */
export function shownUrl(address: string): string {
  const { origin, pathname, search } = new URL(address)
  const rest = `${pathname}${search}`
  if (rest === '/') return origin
  return `${origin}/…${rest.length >= LEAST_HIDDEN ? rest.slice(-MOST_SHOWN) : ''}`
}
