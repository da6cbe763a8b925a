import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { newSecret } from '../../http/secrets.ts'

/**
 * A sign-in that has begun. All of it is in a cookie of the browser that began it, and what the provider is told
 * comes of its secret one way: so nothing is stored here, any collector can finish it, and no other browser can.
 */
export interface Attempt {
  startedAt: number
  secret: string
  /** Where to go in the dashboard afterwards. */
  next: string
}

export const ATTEMPT_SECONDS = 600

export const newAttempt = (now: Date, next: string | undefined): Attempt => ({
  startedAt: now.getTime(),
  secret: newSecret(''),
  next: pathOf(next),
})

export const writeAttemptText = ({ startedAt, secret, next }: Attempt): string =>
  `${startedAt}.${secret}.${Buffer.from(next).toString('base64url')}`

/** Null: not one of ours, or begun too long ago. */
export function readAttemptText(text: string | undefined, now: Date): Attempt | null {
  const [, startedAt, secret, next] = /^(\d{1,15})\.([\w-]{43})\.([\w-]*)$/.exec(text ?? '') ?? []
  if (!startedAt || !secret || next === undefined) return null
  const age = now.getTime() - Number(startedAt)
  if (age < 0 || age >= ATTEMPT_SECONDS * 1000) return null
  return {
    startedAt: Number(startedAt),
    secret,
    next: pathOf(Buffer.from(next, 'base64url').toString('utf8')),
  }
}

const derived = (attempt: Attempt, purpose: string): string =>
  createHmac('sha256', attempt.secret).update(`${purpose} ${attempt.startedAt}`).digest('base64url')

export const stateOf = (attempt: Attempt): string => derived(attempt, 'state')
export const nonceOf = (attempt: Attempt): string => derived(attempt, 'nonce')
export const verifierOf = (attempt: Attempt): string => derived(attempt, 'code verifier')

export const challengeOf = (attempt: Attempt): string =>
  createHash('sha256').update(verifierOf(attempt)).digest('base64url')

export function isStateOf(attempt: Attempt, state: string | undefined): boolean {
  const own = Buffer.from(stateOf(attempt))
  const given = Buffer.from(state ?? '')
  return own.length === given.length && timingSafeEqual(own, given)
}

/** A path of our own pages and never another host; anything else leads to the start. */
function pathOf(next: string | undefined): string {
  const isPath = next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.includes('\\')
  return isPath && !next.startsWith('/api/') ? next : '/'
}
