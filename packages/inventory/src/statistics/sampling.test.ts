import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  createDraw,
  createPopulationHash,
  drawSample,
  mostErrors,
  mostErrorsOf,
  sampleSize,
} from './sampling.ts'

const population = Array.from({ length: 500 }, (_, i) => `cmp_${i}`)

describe('a sample', () => {
  it('is drawn again by anybody with the population and the seed, whatever the order', () => {
    const sample = drawSample(population, 20, 'auditor-2026')
    expect(drawSample([...population.toReversed(), 'cmp_7'], 20, 'auditor-2026')).toEqual(sample)
    expect([sample.drawn.length, new Set(sample.drawn).size, sample.population]).toEqual([20, 20, 500])
  })

  it('is another one by another seed, or from another population', () => {
    const { drawn } = drawSample(population, 20, 'a')
    expect(drawSample(population, 20, 'b').drawn).not.toEqual(drawn)
    expect(drawSample(population.slice(1), 20, 'a').drawn).not.toEqual(drawn)
    const hash = (names: string[]) => drawSample(names, 0, 'a').populationHash
    expect(hash(population.slice(1))).not.toBe(hash(population))
  })

  it('begins with the smaller sample by the same seed, and ends with the population', () => {
    expect(drawSample(population, 50, 'a').drawn.slice(0, 20)).toEqual(drawSample(population, 20, 'a').drawn)
    expect(drawSample(population, 1000, 'a').drawn.toSorted()).toEqual(population.toSorted())
    expect(() => drawSample(population, -1, 'a')).toThrow(RangeError)
  })

  it('is the same drawn from a stream, name by name', () => {
    const sample = drawSample(population, 7, 'a')
    const hash = createPopulationHash()
    for (const name of population.toSorted()) hash.add(name)
    const { size, hash: populationHash } = hash.end()
    const draw = createDraw('a', populationHash, 7)
    for (const name of population) draw.add(name)
    expect([size, populationHash]).toEqual([sample.population, sample.populationHash])
    expect(draw.drawn().map(({ name }) => name)).toEqual(sample.drawn)
  })

  it('favours nobody: over many seeds, each is drawn about as often', () => {
    const few = population.slice(0, 10)
    const times = new Map(few.map((name) => [name, 0]))
    for (let seed = 0; seed < 1000; seed++)
      for (const name of drawSample(few, 3, `seed ${seed}`).drawn) times.set(name, times.get(name)! + 1)
    // 300 expected of each, standard deviation about 14.
    for (const count of times.values()) expect(Math.abs(count - 300)).toBeLessThan(60)
  })
})

describe('the shares of strata', () => {
  it('follow their populations, with one at least of each', () => {
    const shares = allocate(
      new Map([
        ['openai', 90],
        ['cohere', 9],
        ['none', 1],
      ]),
      10,
    )
    expect(Object.fromEntries(shares)).toEqual({ openai: 8, cohere: 1, none: 1 })
  })

  it('add up to what is drawn, and none is more than there is', () => {
    const populations = fc.dictionary(fc.string(), fc.integer({ min: 1, max: 50 }), { maxKeys: 12 })
    fc.assert(
      fc.property(populations, fc.integer({ min: 0, max: 200 }), (some, size) => {
        const strata = new Map(Object.entries(some))
        const total = [...strata.values()].reduce((sum, n) => sum + n, 0)
        const shares = allocate(strata, size)
        expect([...shares.values()].reduce((sum, n) => sum + n, 0)).toBe(Math.min(size, total))
        for (const [name, drawn] of shares) expect(drawn).toBeLessThanOrEqual(strata.get(name)!)
        if (size >= strata.size) for (const drawn of shares.values()) expect(drawn).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 8 },
    )
  })
})

describe('what a sample says of the whole', () => {
  it('is exact where everything was looked at, and nothing where nothing was', () => {
    expect(mostErrors({ population: 80, sampled: 80, errors: 3 })).toBe(3)
    expect(mostErrors({ population: 80, sampled: 0, errors: 0 })).toBe(80)
  })

  it('agrees with counting by hand: 5 of 10 drawn and none wrong leaves at most 3 wrong', () => {
    // With 3 wrong the chance to draw none is C(7,5)/C(10,5) = 21/252 = 8.3 %; with 4 it is 6/252 = 2.4 %.
    expect(mostErrors({ population: 10, sampled: 5, errors: 0 })).toBe(3)
  })

  it('knows the auditors’ figure: 59 without an error say that less than 5 in 100 of many are wrong', () => {
    expect(sampleSize(1_000_000, 0.05)).toBe(59)
    expect(mostErrors({ population: 1_000_000, sampled: 59, errors: 0 }) / 1_000_000).toBeLessThan(0.05)
  })

  it('asks for a sample that is just large enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(0.01, 0.05, 0.2), (size, share) => {
        const sampled = sampleSize(size, share)
        const bound = (n: number) => mostErrors({ population: size, sampled: n, errors: 0 })
        expect(bound(sampled)).toBeLessThanOrEqual(share * size)
        if (sampled > 0) expect(bound(sampled - 1)).toBeGreaterThan(share * size)
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  it('never falls with an error more', () => {
    for (let errors = 1; errors <= 30; errors++) {
      const bound = (n: number) => mostErrors({ population: 400, sampled: 30, errors: n })
      expect(bound(errors)).toBeGreaterThan(bound(errors - 1))
    }
  })

  it('is more careful with strata than without, and exact where all were looked at', () => {
    const half = { population: 50, sampled: 20, errors: 1 }
    expect(mostErrorsOf([half, half])).toBeGreaterThanOrEqual(
      mostErrors({ population: 100, sampled: 40, errors: 2 }),
    )
    expect(mostErrorsOf([half])).toBe(mostErrors(half))
    expect(mostErrorsOf([{ population: 5, sampled: 5, errors: 2 }])).toBe(2)
  })

  it('refuses what cannot be', () => {
    expect(() => mostErrors({ population: 5, sampled: 6, errors: 0 })).toThrow(RangeError)
    expect(() => mostErrors({ population: 5, sampled: 3, errors: 4 })).toThrow(RangeError)
    expect(() => mostErrors({ population: 5, sampled: 3, errors: 0 }, 1)).toThrow(RangeError)
  })
})
