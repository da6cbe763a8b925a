import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Capture, type CompletenessEstimate, estimateCompleteness } from './completeness.ts'

interface FoundBy {
  source: string
  found: readonly string[]
}

/** Which things exactly these sources found, counted. */
function capturesOf(sources: readonly FoundBy[]): Capture[] {
  const finders = new Map<string, string[]>()
  for (const { source, found } of sources)
    for (const name of new Set(found)) finders.set(name, [...(finders.get(name) ?? []), source])
  const groups = Map.groupBy(finders.values(), (by) => by.join(' '))
  return [...groups.values()].map((group) => ({ sources: group[0]!, count: group.length }))
}
const estimateFrom = (sources: readonly FoundBy[]): CompletenessEstimate =>
  estimateCompleteness(
    sources.map(({ source }) => source),
    capturesOf(sources),
  )

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `n${from + i}`)

/** Deterministic chance, the same on every machine (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Sources that each find each of `total` things with their own probability, on their own. */
const independent = (total: number, probabilities: readonly number[], seed: number): FoundBy[] => {
  const chance = chances(seed)
  return probabilities.map((p, i) => ({ source: `s${i}`, found: names(0, total).filter(() => chance() < p) }))
}

describe('the estimate of what all sources missed', () => {
  it('is Chapman’s for two sources', () => {
    // 10 and 12 found, 6 by both: 11 × 13 / 7 − 1.
    const estimate = estimateFrom([
      { source: 'code', found: names(0, 10) },
      { source: 'bill', found: names(4, 16) },
    ])
    expect(estimate).toMatchObject({ method: 'chapman', observed: 16, foundByExactly: [10, 6] })
    expect(estimate.estimate).toBeCloseTo(143 / 7 - 1, 10)
    expect(estimate.completeness).toBeCloseTo(16 / (143 / 7 - 1), 10)
    expect(estimate.interval!.low).toBeGreaterThanOrEqual(16)
    expect(estimate.interval!.high).toBeGreaterThan(estimate.estimate!)
    expect(estimate.warnings).toEqual(['Only 6 found by more than one source: the estimate is a rough one.'])
  })

  it('is nothing where both found the same', () => {
    const both = { source: 'a', found: names(0, 20) }
    expect(estimateFrom([both, { ...both, source: 'b' }])).toMatchObject({
      estimate: 20,
      completeness: 1,
      interval: { low: 20, high: 20 },
    })
  })

  it('is not given where nothing was found twice, nor from one source', () => {
    const apart = [names(0, 5), names(5, 9)].map((found, i) => ({ source: `s${i}`, found }))
    expect(estimateFrom(apart)).toMatchObject({ estimate: null, interval: null, completeness: null })
    expect(() => estimateFrom(apart.slice(1))).toThrow(RangeError)
  })

  it.each([
    ['two sources', [0.6, 0.5], 0.9],
    ['four sources', [0.4, 0.3, 0.5, 0.35], 0.9],
  ] as const)('holds the truth in its interval in nearly all trials, with %s', (_, probabilities, least) => {
    const total = 200
    const trials = Array.from({ length: 200 }, (__, seed) =>
      estimateFrom(independent(total, probabilities, seed + 1)),
    )
    const held = trials.filter((t) => t.interval!.low <= total && total <= t.interval!.high).length
    expect(held / trials.length).toBeGreaterThanOrEqual(least)
    const mean = trials.reduce((sum, t) => sum + t.estimate!, 0) / trials.length
    expect(Math.abs(mean - total)).toBeLessThan(total * 0.05)
  })

  it('never says that there is less than was found, and counts what several found once', () => {
    const source = fc.array(fc.integer({ min: 0, max: 30 }).map((n) => `n${n}`))
    fc.assert(
      fc.property(fc.array(source, { minLength: 2, maxLength: 5 }), (found) => {
        const sources = found.map((some, i) => ({ source: `s${i}`, found: [...some, ...some] }))
        const { observed, estimate, interval } = estimateFrom(sources)
        expect(observed).toBe(new Set(found.flat()).size)
        if (estimate === null || !interval) return
        expect(estimate).toBeGreaterThanOrEqual(observed)
        expect([interval.low >= observed, interval.low <= estimate, interval.high >= estimate]).toEqual([
          true,
          true,
          true,
        ])
      }),
      { numRuns: 100, seed: 3 },
    )
  })
})
