import type { DisjointMembers } from './disjoint-members.ts'
import type { Member } from './members.ts'

/** What tells two keys apart for certain, whatever their visible characters. */
const CERTAIN: ReadonlySet<string> = new Set(['key-fingerprint', 'key-id'])

/**
 * Joins by what strangers can have in common. With a thousand keys in repositories and a thousand at their supplier,
 * four visible characters are bound to be the same somewhere: so they join only where, after all certain joins, just
 * two things carry them, and nothing says that these are two. One finding more with the same characters and none joins.
 */
export function joinWeak(
  sets: DisjointMembers,
  members: readonly Member[],
  buckets: readonly (readonly number[])[],
): void {
  if (buckets.length === 0) return
  const certain = new CertainNames(sets, members)
  for (const bucket of buckets) {
    const [a, b, ...others] = new Set(bucket.map((i) => sets.root(i)))
    if (a === undefined || b === undefined || others.length > 0 || certain.tellApart(a, b)) continue
    sets.join(a, b)
    certain.joined(a, b)
  }
}

/** The types by which each set is named for certain. Two sets that were named alike would be one by now. */
class CertainNames {
  readonly #sets: DisjointMembers
  readonly #types = new Map<number, Set<string>>()

  constructor(sets: DisjointMembers, members: readonly Member[]) {
    this.#sets = sets
    for (const [i, { strong }] of members.entries()) {
      for (const { type } of strong) if (CERTAIN.has(type)) this.#put(sets.root(i), type)
    }
  }

  tellApart(a: number, b: number): boolean {
    const inB = this.#types.get(b)
    return inB !== undefined && [...(this.#types.get(a) ?? [])].some((type) => inB.has(type))
  }

  joined(a: number, b: number): void {
    const root = this.#sets.root(a)
    for (const one of [a, b]) for (const type of this.#types.get(one) ?? []) this.#put(root, type)
  }

  #put(root: number, type: string): void {
    const known = this.#types.get(root)
    if (known) known.add(type)
    else this.#types.set(root, new Set([type]))
  }
}
