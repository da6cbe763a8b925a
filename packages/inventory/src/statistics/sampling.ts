import { createHash } from 'node:crypto'
import { digest } from '@ai-census/schema'
import { compareText } from '../ids.ts'

/** A sample that anybody with the same population and seed draws again. */
export interface Sample {
  readonly population: number
  /** SHA-256 over the sorted names: what was sampled from cannot be changed afterwards unseen. */
  readonly populationHash: string
  readonly seed: string
  /** In the order in which they were drawn; a larger sample by the same seed begins with a smaller one. */
  readonly drawn: readonly string[]
}

/** How `createDraw` draws, in words, for whoever draws again by other means. */
export const DRAWING_METHOD =
  'Names sorted by code point, each once. Population hash: SHA-256 of the names as a JSON array without white space. ' +
  'Rank of a name: SHA-256, in hexadecimal, of the JSON array of seed, population hash and name. ' +
  'Drawn: the smallest ranks of each stratum, in the order of their ranks.'

/** Hashes a population name by name, as they come sorted by code point, each once. Needs no memory. */
export function createPopulationHash(): { add(name: string): void; end(): { size: number; hash: string } } {
  const hash = createHash('sha256').update('[')
  let size = 0
  return {
    add(name) {
      hash.update(`${size > 0 ? ',' : ''}${JSON.stringify(name)}`)
      size += 1
    },
    end: () => ({ size, hash: hash.update(']').digest('hex') }),
  }
}

interface Ranked {
  name: string
  rank: string
}

const byRank = (a: Ranked, b: Ranked): number => compareText(a.rank, b.rank)

/**
 * Draws from names as they come, in any order. Each name's rank is a hash of seed, population and name, so neither
 * the drawer nor the order of the list has a say. Keeps at most twice as many as are drawn.
 */
export function createDraw(seed: string, populationHash: string, size: number) {
  if (!Number.isInteger(size) || size < 0)
    throw new RangeError('the size of a sample is a whole number, 0 or more')
  let kept: Ranked[] = []
  const cut = () => {
    kept = kept.sort(byRank).slice(0, size)
  }
  return {
    add(name: string): void {
      kept.push({ name, rank: digest([seed, populationHash, name]) })
      if (kept.length > 2 * size + 100) cut()
    },
    /** What was drawn so far, in the order of ranks. */
    drawn(): readonly Readonly<Ranked>[] {
      cut()
      return kept
    },
  }
}

/** In one go, where the names are at hand. Names count once; their order does not matter. */
export function drawSample(names: readonly string[], size: number, seed: string): Sample {
  const sorted = [...new Set(names)].sort(byCodePoint)
  const population = createPopulationHash()
  for (const name of sorted) population.add(name)
  const { hash } = population.end()
  const draw = createDraw(seed, hash, size)
  for (const name of sorted) draw.add(name)
  return {
    population: sorted.length,
    populationHash: hash,
    seed,
    drawn: draw.drawn().map(({ name }) => name),
  }
}

/** As databases sort without a language: bytes of UTF-8 stand in the order of code points. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/**
 * How many to draw of each stratum: in proportion to its population, but one at least of each where that many are
 * drawn at all. Remainders go to the largest fractions, then to the first by name.
 */
export function allocate(populations: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const total = [...populations.values()].reduce((sum, n) => sum + n, 0)
  const wanted = Math.min(size, total)
  const least = wanted >= populations.size ? 1 : 0
  const shares = [...populations].map(([name, population]) => {
    const exact = total === 0 ? 0 : (wanted * population) / total
    return { name, population, exact, drawn: Math.max(Math.floor(exact), Math.min(least, population)) }
  })
  const need = () => wanted - shares.reduce((sum, share) => sum + share.drawn, 0)
  const byNeed = (a: (typeof shares)[number], b: (typeof shares)[number]) =>
    b.exact - b.drawn - (a.exact - a.drawn) || compareText(a.name, b.name)
  while (need() > 0) shares.filter(({ drawn, population }) => drawn < population).sort(byNeed)[0]!.drawn += 1
  while (need() < 0)
    shares
      .filter(({ drawn }) => drawn > least)
      .sort(byNeed)
      .at(-1)!.drawn -= 1
  return new Map(shares.map(({ name, drawn }) => [name, drawn]))
}

export interface SampleResult {
  readonly population: number
  readonly sampled: number
  /** How many of the sampled were wrong. */
  readonly errors: number
}

/**
 * How many in the whole population may be wrong, at most, after this result: exact, for drawing without putting back
 * (hypergeometric). With `confidence` 0.95 it is too low in at most 5 of 100 such samples.
 */
export function mostErrors({ population, sampled, errors }: SampleResult, confidence = 0.95): number {
  if (!(errors >= 0 && errors <= sampled && sampled <= population))
    throw new RangeError('errors ≤ sampled ≤ population')
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('confidence lies between 0 and 1')
  // The chance of so few errors falls with the number of wrong ones: the largest that is still likely enough.
  let low = errors
  let high = population - (sampled - errors)
  while (low < high) {
    const wrong = Math.ceil((low + high) / 2)
    if (chanceOfAtMost(errors, { population, sampled, wrong }) > 1 - confidence) low = wrong
    else high = wrong - 1
  }
  return low
}

/** How many to draw so that, if none of them is wrong, at most this share (0 to 1) of the population is. */
export function sampleSize(population: number, tolerableShare: number, confidence = 0.95): number {
  let low = 0
  let high = population
  while (low < high) {
    const sampled = Math.floor((low + high) / 2)
    if (mostErrors({ population, sampled, errors: 0 }, confidence) <= tolerableShare * population)
      high = sampled
    else low = sampled + 1
  }
  return low
}

/**
 * The same for a sample of several strata: what each may hold is bounded with so much confidence that all bounds
 * together hold with the one asked for (Bonferroni), so it is careful rather than narrow.
 */
export function mostErrorsOf(strata: readonly SampleResult[], confidence = 0.95): number {
  const each = 1 - (1 - confidence) / Math.max(1, strata.length)
  return strata.reduce((sum, stratum) => sum + mostErrors(stratum, each), 0)
}

interface Draw {
  readonly population: number
  readonly sampled: number
  readonly wrong: number
}

function chanceOfAtMost(errors: number, { population, sampled, wrong }: Draw): number {
  const logChance = (k: number): number =>
    logChoose(wrong, k) + logChoose(population - wrong, sampled - k) - logChoose(population, sampled)
  let sum = 0
  for (let k = Math.max(0, sampled - (population - wrong)); k <= Math.min(errors, wrong); k++)
    sum += Math.exp(logChance(k))
  return sum
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

const LOG_FACTORIALS: number[] = [0]

/** Sums up to a thousand; Stirling's series above, exact to the last digits there. */
function logFactorial(n: number): number {
  if (n > 1000) return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
  for (let i = LOG_FACTORIALS.length; i <= n; i++) LOG_FACTORIALS.push(LOG_FACTORIALS[i - 1]! + Math.log(i))
  return LOG_FACTORIALS[n]!
}
