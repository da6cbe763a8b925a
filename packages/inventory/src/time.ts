import { compareText } from './ids.ts'

const DAY = 86_400_000

/** `2026-11-23T08:00:00.000Z` → `2026-11-23`. */
export const dateOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

/** Days from one instant or date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)

/** So many days and milliseconds after an instant. */
export const addTime = (instant: string, days: number, ms: number): string =>
  new Date(Date.parse(instant) + days * DAY + ms).toISOString()

export const earlier = (a: string, b: string): string => (compareText(a, b) <= 0 ? a : b)
export const later = (a: string, b: string): string => (compareText(a, b) >= 0 ? a : b)
