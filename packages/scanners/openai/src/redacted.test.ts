import { describe, expect, it } from 'vitest'
import { canonicalRedacted } from './redacted.ts'

const stars = '*'.repeat(120)

describe('the redacted form of a key', () => {
  it.each([
    ['a project key', `sk-proj-${stars}aB3d`, 'sk-proj-…aB3d'],
    ['a key of a service account', `sk-svcacct-${stars}-_9z`, 'sk-svcacct-…-_9z'],
    ['an admin key', `sk-admin-${stars}wxyz`, 'sk-admin-…wxyz'],
    ['an admin key without the dash of its prefix', `sk-admin${stars}wxyz`, 'sk-admin-…wxyz'],
    ['a user key of old', 'sk-...wxyz', 'sk-…wxyz'],
    ['a key that shows more than its prefix', 'sk-proj-abc...wxyz', 'sk-proj-…wxyz'],
    ['a key that shows more than four at the end', `sk-proj-${stars}uvwxyz`, 'sk-proj-…wxyz'],
    ['dots in one character', 'sk-proj-…wxyz', 'sk-proj-…wxyz'],
  ])('of %s is its prefix and its last four characters', (_, shown, canonical) => {
    expect(canonicalRedacted(shown)).toBe(canonical)
  })

  it.each([
    ['three characters at the end, as in the documentation', 'sk-abc...def'],
    ['nothing at the end', `sk-proj-${stars}`],
    ['nothing hidden', 'sk-proj-abcd'],
    ['another prefix', `xx-${stars}abcd`],
    ['nothing', ''],
    ['no value', null],
  ])('is unknown with %s', (_, shown) => {
    expect(canonicalRedacted(shown)).toBeNull()
  })
})
