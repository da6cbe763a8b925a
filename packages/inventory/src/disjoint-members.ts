import type { Member } from './members.ts'

/** Members that are one thing; the smallest address first. */
export type Cluster = readonly Member[]

/** The reports that a member was seen in. */
export const batches = (member: Member): string[] => member.rows.map((row) => `${row.scope} ${row.scanner}`)

/** Union-find over positions; the root of a set is its smallest position, thus its smallest address. */
export class DisjointMembers {
  readonly #members: readonly Member[]
  readonly #parent: Int32Array
  /** The reports that a set with more than one member has findings of. */
  readonly #batches = new Map<number, Set<string>>()

  constructor(members: readonly Member[]) {
    this.#members = members
    this.#parent = Int32Array.from(members.keys())
  }

  root(i: number): number {
    let at = i
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!
      at = this.#parent[at]!
    }
    return at
  }

  /** Joins two sets unless that would collapse two findings of one report. */
  join(i: number, j: number): void {
    const [a, b] = [this.root(i), this.root(j)]
    if (a === b) return
    const [inA, inB] = [this.#batchesOf(a), this.#batchesOf(b)]
    const [few, many] = inA.size < inB.size ? [inA, inB] : [inB, inA]
    for (const batch of few) if (many.has(batch)) return
    for (const batch of few) many.add(batch)
    const [low, high] = a < b ? [a, b] : [b, a]
    this.#parent[high] = low
    this.#batches.delete(high)
    this.#batches.set(low, many)
  }

  /** Joins a sign of use: evidence of a thing, no second thing, so one-to-one does not speak of it. */
  absorb(i: number, sign: number): void {
    const [a, b] = [this.root(i), this.root(sign)]
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b)
  }

  clusters(): Cluster[] {
    const byRoot = new Map<number, Member[]>()
    for (const [i, member] of this.#members.entries()) {
      const root = this.root(i)
      const cluster = byRoot.get(root)
      if (cluster) cluster.push(member)
      else byRoot.set(root, [member])
    }
    return [...byRoot.values()]
  }

  #batchesOf(root: number): Set<string> {
    return this.#batches.get(root) ?? new Set(batches(this.#members[root]!))
  }
}
