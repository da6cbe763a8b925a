const SECOND_MS = 1000
const HOUR_MS = 60 * 60 * SECOND_MS
const DAY_MS = 24 * HOUR_MS
/** News come in crowds: a message goes out when nothing new has come for so long … */
const QUIET_MS = 10 * SECOND_MS
/** … and at the latest when the first of it has waited so long. */
const LONGEST_MS = 60 * SECOND_MS

interface Waiting {
  /** Milliseconds since the epoch: when the first and the last of the waiting news came. */
  oldest: number
  newest: number
}

/** When what waits is to be sent. */
export function dueOf(
  { gather, dailyAt }: { gather: 'soon' | 'daily'; dailyAt: number },
  { oldest, newest }: Waiting,
): number {
  if (gather === 'soon') return Math.min(newest + QUIET_MS, oldest + LONGEST_MS)
  const hour = Math.floor(oldest / DAY_MS) * DAY_MS + dailyAt * HOUR_MS
  return hour > oldest ? hour : hour + DAY_MS
}

/** After so many attempts in vain the next waits so long: at first the receiver has stumbled, then it is down. */
const PAUSES_MS = [
  5 * SECOND_MS,
  5 * 60 * SECOND_MS,
  30 * 60 * SECOND_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
]
export const MOST_ATTEMPTS = PAUSES_MS.length + 1

/**
 * When to try again, in milliseconds from now; null: never. A receiver may ask for more patience, but not for more than
 * a day.
 */
export function pauseAfter(attempts: number, retryAfterMs: number | null): number | null {
  const pause = PAUSES_MS[attempts - 1]
  return pause === undefined ? null : Math.min(DAY_MS, Math.max(pause, retryAfterMs ?? 0))
}

/** `Retry-After`: seconds, or a date. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND_MS
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
