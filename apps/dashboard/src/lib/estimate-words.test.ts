import { describe, expect, it } from 'vitest'
import type { Completeness } from '#lib/types.ts'
import { estimateSentence, overlapSentence, percent } from './estimate-words.ts'

const acme: Completeness = {
  of: 'systems',
  by: 'place',
  at: '2026-11-26T19:44:02.891Z',
  sources: [
    { name: 'git', found: 9 },
    { name: 'openai', found: 5 },
  ],
  observed: 13,
  refusal: null,
  method: 'chapman',
  estimate: 29,
  interval: { low: 17.08, high: 75.7 },
  completeness: 0.448,
  foundByExactly: [12, 1],
  assumptions: [],
  warnings: [],
}

describe('the estimate of completeness', () => {
  it('says what was found, of how many, and how sure that is', () => {
    expect(estimateSentence(acme)).toBe(
      '13 AI systems were found, of an estimated 29. With 95 % confidence there are between 17 and 76.',
    )
  })

  it('says nothing where there is none', () => {
    expect(estimateSentence({ ...acme, estimate: null, interval: null })).toBeUndefined()
  })

  it('says how much the sources overlap', () => {
    expect(overlapSentence(acme)).toBe('12 by one kind of place only, 1 by 2')
  })

  it('never rounds up to everything', () => {
    expect([percent(0.448), percent(0.999), percent(1)]).toEqual(['45 %', '99 %', '100 %'])
  })
})
