import { createHash } from 'node:crypto'
import type { FindingRef } from '@ai-census/schema'

/** A finding's address as one string; scope keys hold no white space, so it cannot be ambiguous. */
export const refKey = (ref: FindingRef): string => `${ref.scope} ${ref.key}`

export function refOf(key: string): FindingRef {
  const space = key.indexOf(' ')
  return { scope: key.slice(0, space), key: key.slice(space + 1) }
}

/** 96 bits in lower-case hexadecimal: with 10^9 things the chance of one collision is below 10^-10. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** A component is named after the smallest address among its findings, ever: no counter, no order. */
export const componentId = (smallestRef: string): string => `cmp_${shortHash(smallestRef)}`

/** A system is named after what its components were grouped by. */
export const systemId = (groupKey: string): string => `sys_${shortHash(groupKey)}`

/** Order by code units, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each once, in order. */
export const sortedUnique = (values: Iterable<string>): string[] => [...new Set(values)].sort(compareText)
