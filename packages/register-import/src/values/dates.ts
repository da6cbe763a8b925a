import { wordsOf } from '../columns/words.ts'
import { type CellValue, problem, value } from './value.ts'

/** Which number comes first where a date is written with slashes and either could. */
export type DateOrder = 'day-first' | 'month-first'

const MONTHS = [
  'january jan januar janner janvier janv enero ene',
  'february feb februar feber fevrier fevr febrero',
  'march mar marz mrz mars marzo',
  'april apr avril avr abril abr',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre set',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
].map((names) => new Set(names.split(' ')))

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/
const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/
const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,]+\d{1,2}:\d{2}.*)?$/

/**
 * A day as the domain writes it, `2026-04-03`. What two readers could read as two days is a problem until a person says
 * which number comes first; dots are day-first wherever they are used.
 */
export function readDate(text: string, order: DateOrder | null): CellValue {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = PARTS.exec(text)
  if (parts)
    return fromParts(Number(parts[1]), parts[2] ?? '', Number(parts[3]), yearOf(parts[4] ?? ''), order)
  return fromWords(text) ?? unreadable(text)
}

function fromParts(
  first: number,
  separator: string,
  second: number,
  year: number,
  order: DateOrder | null,
): CellValue {
  if (separator === '.' || first > 12) return day(year, second, first)
  if (second > 12) return day(year, first, second)
  if (first === second) return day(year, first, second)
  if (order === 'day-first') return day(year, second, first)
  if (order === 'month-first') return day(year, first, second)
  return problem(
    `may be ${year}-${two(second)}-${two(first)} or ${year}-${two(first)}-${two(second)}. Say whether the day or the month comes first (“dates”: “day-first” or “month-first”).`,
  )
}

/** `3 April 2026`, `April 3rd, 2026`, `3. April 2026`, `3 de abril de 2026`, `1er mai 2026`. */
function fromWords(text: string): CellValue | null {
  const words = wordsOf(text)
    .split(' ')
    .filter((word) => !/^(de|del|the|of|le|den|am)$/.test(word))
    .map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th|er|ere|o)$/, '$1'))
  const month = words.findIndex((word) => MONTHS.some((names) => names.has(word)))
  if (month < 0 || words.length !== 3) return null
  const number = MONTHS.findIndex((names) => names.has(words[month] ?? '')) + 1
  const [one = '', other = ''] = words.filter((_, i) => i !== month)
  const [dayText, yearText] = /^\d{4}$/.test(one) ? [other, one] : [one, other]
  if (!/^\d{1,2}$/.test(dayText) || !/^(\d{4}|\d{2})$/.test(yearText)) return null
  return day(yearOf(yearText), number, Number(dayText))
}

const yearOf = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))
const two = (number: number): string => String(number).padStart(2, '0')

function day(year: number, month: number, date: number): CellValue {
  const at = new Date(Date.UTC(year, month - 1, date))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  if (!isReal || year < 1990 || year > 2200)
    return problem('is no day of the calendar that a review can be on. Write it as 2026-04-30.')
  return value(`${year}-${two(month)}-${two(date)}`)
}

function unreadable(text: string): CellValue {
  if (/^\d{5}(\.\d+)?$/.test(text))
    return problem(
      'looks like a spreadsheet’s number of a day. Format the column as a date, or write it as 2026-04-30.',
    )
  return problem('is no date with day, month and year. Write it as 2026-04-30.')
}
