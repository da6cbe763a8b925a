/** Days to choose from when something is to wait. Days are those of the collector's clock: UTC. */
export interface DayChoice {
  label: string
  /** `2026-11-27`; empty: no end. */
  day: string
}

const isoDay = (at: Date): string => at.toISOString().slice(0, 10)

function inDays(now: number, days: number): string {
  const at = new Date(now)
  at.setUTCDate(at.getUTCDate() + days)
  return isoDay(at)
}

/** A month after the 31st is the last day of the next month, and not the first of the one after. */
export function inMonths(now: number, months: number): string {
  const at = new Date(now)
  const wanted = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + months)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(wanted, last))
  return isoDay(at)
}

/** How long a discovery may wait. */
export const snoozeDays = (now: number): DayChoice[] => [
  { label: 'Tomorrow', day: inDays(now, 1) },
  { label: 'In a week', day: inDays(now, 7) },
  { label: 'In a month', day: inMonths(now, 1) },
  { label: 'In three months', day: inMonths(now, 3) },
]

/** How long a dismissal may hold. */
export const expiryDays = (now: number): DayChoice[] => [
  { label: 'For good', day: '' },
  { label: 'For three months', day: inMonths(now, 3) },
  { label: 'For half a year', day: inMonths(now, 6) },
  { label: 'For a year', day: inMonths(now, 12) },
]
