/** The same numbers for the same seed (mulberry32), each in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A version 4 UUID, so that a run's ids follow from its seed too. */
export function uuidOf(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  const [a, b, c, d] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20)]
  return `${a}-${b}-4${c}-8${d}-${digits.slice(20)}`
}

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const keyed = values.map((value) => ({ value, at: random() }))
  return keyed.sort((a, b) => a.at - b.at).map(({ value }) => value)
}

/** Choices that are the same for the same seed, so that what a run found can be found again. */
export class Random {
  readonly next: () => number

  constructor(seed: number) {
    this.next = randomOf(seed)
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  happens(chance: number): boolean {
    return this.next() < chance
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }
}
