import { digest } from '@ai-census/schema'
import { compareText, sortedUnique } from '../ids.ts'

/** A sample that anybody with the same population and seed draws again. */
export interface Sample {
  readonly population: number
  /** SHA-256 over the sorted names: what was sampled from cannot be changed afterwards unseen. */
  readonly populationHash: string
  readonly seed: string
  /** In the order in which they were drawn; a larger sample by the same seed begins with a smaller one. */
  readonly drawn: readonly string[]
}

/** Names count once; their order does not matter. */
export const populationHash = (names: readonly string[]): string => digest(sortedUnique(names))

/**
 * Draws `size` names, all of them where there are fewer. Each name's rank is a hash of seed, population and name, so
 * neither the drawer nor the order of the list has a say. Note the seed before the population is known to both sides.
 */
export function drawSample(names: readonly string[], size: number, seed: string): Sample {
  if (!Number.isInteger(size) || size < 0)
    throw new RangeError('the size of a sample is a whole number, 0 or more')
  const population = sortedUnique(names)
  const hash = digest(population)
  const ranked = population.map((name) => ({ name, rank: digest([seed, hash, name]) }))
  ranked.sort((a, b) => compareText(a.rank, b.rank))
  const drawn = ranked.slice(0, size).map(({ name }) => name)
  return { population: population.length, populationHash: hash, seed, drawn }
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
