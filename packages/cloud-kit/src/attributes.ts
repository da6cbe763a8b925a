import type { AttributeValue } from '@ai-census/schema'

/** What is not known is left out: silence says nothing, null would say "none". */
export function known(
  attributes: Readonly<Record<string, AttributeValue | undefined>>,
): Record<string, AttributeValue> {
  const said: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === '') continue
    if (Array.isArray(value)) said[name] = value.slice(0, 1000).map((one) => one.slice(0, 1024))
    else said[name] = typeof value === 'string' ? value.slice(0, 4096) : value
  }
  return said
}

/** Seconds are less than this for some thousands of years, milliseconds more since 1973. */
const LEAST_MILLISECONDS = 1e11

/** ISO 8601 in UTC; a date that is none says nothing. A number is seconds or milliseconds, by its size. */
export function iso(date: Date | string | number | undefined): string | undefined {
  const instant = new Date(
    typeof date === 'number' && date < LEAST_MILLISECONDS ? date * 1000 : (date ?? Number.NaN),
  )
  return Number.isFinite(instant.getTime()) ? instant.toISOString() : undefined
}

export const day = (date: Date): string => date.toISOString().slice(0, 10)

/** Sorted and once each, or nothing. */
export function names(all: readonly (string | undefined)[] | undefined): string[] | undefined {
  const said = [...new Set((all ?? []).flatMap((one) => (one ? [one] : [])))].sort()
  return said.length > 0 ? said : undefined
}

const SIGN_IN = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi
const QUERY = /\b([a-z][a-z0-9+.-]*:\/\/[^\s?#]*)[?#]\S*/gi

/** Addresses without who signs in and without their query, where keys and signatures stand. */
export function plainAddresses<T extends AttributeValue | undefined>(
  attributes: Readonly<Record<string, T>>,
): Record<string, T | string | string[]> {
  const plain = (text: string): string => text.replace(SIGN_IN, '$1').replace(QUERY, '$1')
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (typeof value === 'string') return [name, plain(value)]
      return [name, Array.isArray(value) ? value.map(plain) : value]
    }),
  )
}
