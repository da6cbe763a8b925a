/** The overview's sums as parts of a whole, each with the link to its rows. */
import type { Overview } from '#lib/types.ts'
import { coverageWords, keysOf, stateWords, type Word } from '#lib/words.ts'

export interface Part {
  key: string
  word: Word
  count: number
  href: string
}

export const stateParts = (systems: Overview['systems']): Part[] =>
  (['registered', 'unregistered', 'dismissed'] as const).map((key) => ({
    key,
    word: stateWords[key],
    count: systems[key] ?? 0,
    href: `/systems?state=${key}`,
  }))

export const coverageParts = (scopes: Overview['scopes']): Part[] =>
  keysOf(coverageWords)
    .map((key) => ({
      key,
      word: coverageWords[key],
      count: scopes[key] ?? 0,
      href: `/coverage?status=${key}`,
    }))
    .filter((part) => part.count > 0 || part.key === 'complete')
