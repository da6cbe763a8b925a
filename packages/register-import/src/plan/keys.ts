import type { RowReading } from '../values/read-row.ts'

/** Case, width and white space aside. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** What a repository is known by, whatever case its address was written in. */
export const foldRepository = (key: string): string => key.toLowerCase()

/**
 * What a row is known by from one import to the next, the strongest first: its own id, its repository, its name. Rows
 * that share a key are told apart by their order.
 */
export function rowKeys(reading: RowReading, nth: (key: string) => number): string[] {
  const keys = [
    ...(reading.id ? [`id:${fold(reading.id)}`] : []),
    ...reading.repositories.slice(0, 1).map((key) => `repository:${foldRepository(key)}`),
    ...(reading.name ? [`name:${fold(reading.name)}`] : []),
  ]
  return keys.map((key) => {
    const number = nth(key)
    return number === 1 ? key : `${key}#${number}`
  })
}

/** Counts how often each key came. */
export function counter(): (key: string) => number {
  const times = new Map<string, number>()
  return (key) => {
    const number = (times.get(key) ?? 0) + 1
    times.set(key, number)
    return number
  }
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'))

/**
 * Whether a row that shares `key` with an earlier one can be that one: what both are known by more strongly must be the
 * same. A new row that took over the name of a renamed one is another.
 */
export function isSameRow(key: string, now: readonly string[], then: readonly string[]): boolean {
  const stronger = now.slice(0, now.indexOf(key))
  return stronger.every((one) => then.every((other) => kindOf(other) !== kindOf(one) || other === one))
}
