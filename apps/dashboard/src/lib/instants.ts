/** Instants in the address bar and in inputs: UTC to the second, as `2026-11-23T08:15:00`. */

const written = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/

/** The instant that a text means, or null. A day alone means its end: what was decided that day is in it. */
export function readInstant(text: string | null | undefined): string | null {
  const [, day, minute, second = '00'] = written.exec(text?.trim() ?? '') ?? []
  if (!day) return null
  const date = new Date(minute ? `${day}T${minute}:${second}Z` : `${day}T23:59:59Z`)
  const isPlausible = date.getUTCFullYear() > 1970 && date.getUTCFullYear() < 2200
  return Number.isNaN(date.getTime()) || !isPlausible ? null : date.toISOString()
}

/** As an input of the type `datetime-local` and the address bar have it. */
export const writeInstant = (instant: string): string => new Date(instant).toISOString().slice(0, 19)

export const daysBefore = (instant: string, days: number): string =>
  new Date(Date.parse(instant) - days * 86_400_000).toISOString()

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
})

/** `23 Nov 2026, 08:15:00 UTC`. */
export const sayInstant = (instant: string): string => `${clock.format(new Date(instant))} UTC`
