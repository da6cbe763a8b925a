import { createHash } from 'node:crypto'

const DAY_MS = 86_400_000

/**
 * Whether what was asked at `askedAt` may be believed for longer. Between half of the days and all of them, by
 * the id: else all would be due on one day.
 */
export function isWithinDays(askedAt: number, now: number, days: number, id: string): boolean {
  const share = (createHash('sha256').update(id).digest()[0] ?? 0) / 256
  return now - askedAt < (days / 2 + share * (days / 2)) * DAY_MS
}
