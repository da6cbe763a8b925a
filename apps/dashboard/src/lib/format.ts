/** Numbers, dates and names for people. Pure: the clock is always an argument. */

const number = new Intl.NumberFormat('en')
export const count = (value: number): string => number.format(value)

/** `3 systems`, `1 system`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `2026-11-23` → `23 Nov 2026`. What is no date is printed as it is. */
export function day(value: string): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? value : dayFormat.format(date)
}

/** Days inside a sentence of the collector's, as every other day is said: `ends on 2026-07-24` → `ends on 24 Jul 2026`. */
export const withDays = (sentence: string): string =>
  sentence.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g, day)

/** Why a flag was raised, in the collector's words: without the ids that it puts behind the names of systems. */
export const reasonOfFlag = (sentence: string): string =>
  withDays(sentence.replace(/ \(sys_[0-9a-f]{24}\)/g, ''))

const minute = 60_000
const hour = 60 * minute
const aDay = 24 * hour

/** `just now`, `5 min ago`, `3 h ago`, `4 days ago`, then the date. Instants to come are dates. */
export function ago(instant: string, now: number): string {
  const then = Date.parse(instant)
  if (Number.isNaN(then)) return instant
  const past = now - then
  if (past < -minute) return day(instant)
  if (past < minute) return 'just now'
  if (past < hour) return `${Math.floor(past / minute)} min ago`
  if (past < aDay) return `${Math.floor(past / hour)} h ago`
  if (past < 30 * aDay) return `${plural(Math.floor(past / aDay), 'day')} ago`
  return day(instant)
}

const clock = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** `23 Nov 2026, 08:15 UTC`: the collector's clock, as days, exports and the log have it. */
export function exact(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? instant : `${clock.format(date)} UTC`
}

/** How long something took: `850 ms`, `12 s`, `3 min 5 s`. */
export function took(from: string, to: string): string {
  const ms = Date.parse(to) - Date.parse(from)
  if (Number.isNaN(ms) || ms < 0) return ''
  if (ms < 1000) return `${ms} ms`
  if (ms < minute) return `${Math.round(ms / 1000)} s`
  return `${Math.floor(ms / minute)} min ${Math.round((ms % minute) / 1000)} s`
}

const controls = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
const kept = new Set(['\n', '\t'])

/**
 * Text from outside with its invisible controls made visible, so that what is read is what is there: a
 * direction override can make `exe.png` of `gnp.exe`, and source code say something else than it does.
 */
export const visible = (text: string): string =>
  text.replace(controls, (control) => {
    if (kept.has(control)) return control
    const code = control.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
  })

/** Visible text of at most `length` characters, never half of a surrogate pair, with an ellipsis where something was cut. */
export function clip(given: string, length: number): string {
  const text = visible(given)
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** `azure-openai` → `Azure openai`: a readable stand-in where a slug has no known name. */
export const slugTitle = (slug: string): string => {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Only web addresses may become links; anything else that evidence holds stays text. */
export function webAddress(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? url : undefined
}

/** A scope's key as a place to look: `git:github.com/acme/shop` → `github.com/acme/shop`. */
export const placeOfScope = (key: string): string => key.replace(/^git:/, '')
