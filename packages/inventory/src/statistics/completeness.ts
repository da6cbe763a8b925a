/** How many things were found by exactly these sources and by no other. */
export interface Capture {
  readonly sources: readonly string[]
  readonly count: number
}

export interface CompletenessEstimate {
  /** Two sources: Chapman's estimator. Three or more: Chao's lower bound, which bears that some things are harder to find. */
  readonly method: 'chapman' | 'chao'
  /** How many different things were found. */
  readonly observed: number
  /** How many there are, by estimate; null where the sources share too little to tell. */
  readonly estimate: number | null
  /** 95 % interval of the estimate; its lower end is never below what was found. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Share of the estimated whole that was found, from 0 to 1. */
  readonly completeness: number | null
  /** How many things were found by exactly one source, by exactly two, … */
  readonly foundByExactly: readonly number[]
  /** What must be true for the estimate to mean anything, for people to judge. */
  readonly assumptions: readonly string[]
  /** Why there is no estimate, or why it is a rough one. */
  readonly warnings: readonly string[]
}

const ASSUMPTIONS: readonly string[] = [
  'Each source could have found each of the things counted here; what no source can see is in no estimate.',
  'The sources find independently of one another. Sources that tend to find the same things make the estimate too low.',
  'A thing is recognised as the same in every source; where it is not, the estimate is too high.',
  'Nothing came or went between the looks of the sources.',
]
/** Fewer things in common than this, and chance rules the estimate. */
const FEW_SHARED = 7
const Z = 1.96

/**
 * Capture and recapture: from how much independent sources overlap, how much all of them missed. `sources` are all
 * that looked, whether they found anything or not. Throws RangeError with fewer than two.
 */
export function estimateCompleteness(
  sources: readonly string[],
  captures: readonly Capture[],
): CompletenessEstimate {
  const totals = foundBySource(sources, captures)
  if (totals.size < 2) throw new RangeError('it takes two sources at least to estimate what both missed')
  const foundByExactly = Array.from({ length: totals.size }, (_, i) =>
    sum(captures.filter(({ sources }) => sources.length === i + 1)),
  )
  const observed = sum(captures)
  const shared = observed - foundByExactly[0]!
  const method = totals.size === 2 ? 'chapman' : 'chao'
  const known = { method, observed, foundByExactly, assumptions: ASSUMPTIONS } as const
  if (shared === 0) {
    const why = 'No two sources found the same thing, so nothing tells how much they missed.'
    return { ...known, estimate: null, interval: null, completeness: null, warnings: [why] }
  }
  const [first = 0, second = 0] = totals.values()
  const { missed, variance } =
    method === 'chapman' ? chapman(first, second, shared) : chao(foundByExactly, totals.size)
  return {
    ...known,
    estimate: observed + missed,
    interval: intervalOf(observed, missed, variance),
    completeness: observed / (observed + missed),
    warnings:
      shared < FEW_SHARED
        ? [`Only ${shared} found by more than one source: the estimate is a rough one.`]
        : [],
  }
}

/** How many things each source found, alone or with others. */
export function foundBySource(sources: readonly string[], captures: readonly Capture[]): Map<string, number> {
  const totals = new Map(sources.map((source) => [source, 0]))
  for (const capture of captures)
    for (const source of capture.sources) totals.set(source, (totals.get(source) ?? 0) + capture.count)
  return totals
}

const sum = (captures: readonly Capture[]): number => captures.reduce((total, { count }) => total + count, 0)

interface Missed {
  readonly missed: number
  readonly variance: number
}

/** D. G. Chapman (1951); variance after G. A. F. Seber (1970). */
function chapman(a: number, b: number, both: number): Missed {
  const total = ((a + 1) * (b + 1)) / (both + 1) - 1
  const variance = ((a + 1) * (b + 1) * (a - both) * (b - both)) / ((both + 1) ** 2 * (both + 2))
  return { missed: total - (a + b - both), variance }
}

/** A. Chao (1987), in its form without bias, for counts of how many of `n` sources found a thing. */
function chao([once = 0, twice = 0]: readonly number[], n: number): Missed {
  const share = (n - 1) / n
  const missed = (share * once * (once - 1)) / (2 * (twice + 1))
  const variance =
    missed +
    (share ** 2 * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (share ** 2 * once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4)
  return { missed, variance }
}

/** On what was missed, log-normal: so it never says that there is less than was found. */
function intervalOf(observed: number, missed: number, variance: number): { low: number; high: number } {
  if (missed <= 0) return { low: observed, high: observed }
  const spread = Math.exp(Z * Math.sqrt(Math.log(1 + variance / missed ** 2)))
  return { low: observed + missed / spread, high: observed + missed * spread }
}
