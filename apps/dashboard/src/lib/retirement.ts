/** How long a model still has, in words. Pure: today is an argument. */
import { day, plural } from './format.ts'
import type { Word } from './words.ts'

const DAY_MS = 24 * 60 * 60_000

/** `2026-11-26` and 90 → `2027-02-24`. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

export const todayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/** Whole days from today until then; negative once it has passed. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)

/** Within this many days an end counts as near. */
const NEAR = 90

/** `in 49 days`, `today`, `34 days ago`. */
export function timeLeft(date: string, today: string): string {
  const days = daysUntil(date, today)
  if (days === 0) return 'today'
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`
}

/** An end that has come is graver than one to come, and a far one no warning yet. Each names its day; near ones count days too. */
export function retirementWord(date: string, today: string): Word {
  const days = daysUntil(date, today)
  const when = Math.abs(days) > NEAR ? day(date) : `${day(date)}, ${timeLeft(date, today)}`
  const label = `${days < 0 ? 'Ended' : 'Ends'} ${when}`
  if (days <= 0)
    return { label, tone: 'danger', help: `Its publisher serves it no longer since ${day(date)}` }
  return { label, tone: days <= NEAR ? 'warn' : 'notice', help: `Its publisher serves it until ${day(date)}` }
}

/** What the list of models can be narrowed to, by days from today; what has ended is the most urgent and always among them. `0`: only that. */
export const retiringChoices = [
  { value: '0', label: 'Ended already' },
  { value: '30', label: 'Within 30 days, or ended' },
  { value: '90', label: 'Within 90 days, or ended' },
  { value: '180', label: 'Within 180 days, or ended' },
] as const

/** The server’s `retiringBefore` for such a choice: the day after the last that counts. Undefined for anything else. */
export function retiringBefore(choice: string | undefined, today: string): string | undefined {
  const known = retiringChoices.find(({ value }) => value === choice)
  return known ? daysLater(today, Number(known.value) + 1) : undefined
}
