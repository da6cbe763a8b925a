import { compareText } from './ids.ts'
import { isSignOfUse, joinBucket } from './joining.ts'
import type { Member } from './members.ts'

/** Members that are one thing; the smallest address first. */
export type Cluster = readonly Member[]

export interface JoinRules {
  readonly joinLimit: number
  /** Links that join nothing, few as their carriers here are. */
  readonly tags: ReadonlySet<string>
}

/** Rules 4 to 6: findings that share a strong identifier and a kind are one thing, as far as one-to-one allows. */
export function identify(members: readonly Member[], rules: JoinRules): Cluster[] {
  const sets = new DisjointMembers(members)
  joinByBuckets(sets, members, rules)
  joinSignsOfUse(sets, members, rules)
  return sets.clusters()
}

function joinByBuckets(
  sets: DisjointMembers,
  members: readonly Member[],
  { joinLimit, tags }: JoinRules,
): void {
  const buckets = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (isSignOfUse(member.finding.kind)) continue
    for (const identifier of member.strong) add(buckets, joinBucket(member, identifier), i)
  }
  // Where one-to-one stands in the way of a join the order decides, so it must not depend on arrival.
  const names = [...buckets.keys()]
    .filter((name) => isJoin(buckets.get(name)!, joinLimit) && !tags.has(`join:${name}`))
    .sort(compareText)
  for (const name of names) {
    const [first, ...rest] = telling(buckets.get(name)!, members)
    for (const next of rest) sets.join(first!, next)
  }
}

/** An identifier with too many partners is a tag: joining by it would make one giant component. */
const isJoin = (bucket: readonly number[], joinLimit: number): boolean =>
  bucket.length > 1 && bucket.length <= joinLimit

function add(buckets: Map<string, number[]>, name: string, i: number): void {
  const bucket = buckets.get(name)
  if (!bucket) buckets.set(name, [i])
  else if (bucket[bucket.length - 1] !== i) bucket.push(i)
}

/** Rule 5: an identifier that two findings of one report share does not tell them apart; it joins neither. */
function telling(bucket: readonly number[], members: readonly Member[]): number[] {
  const count = new Map<string, number>()
  for (const i of bucket)
    for (const batch of batches(members[i]!)) count.set(batch, (count.get(batch) ?? 0) + 1)
  return bucket.filter((i) => batches(members[i]!).every((batch) => count.get(batch) === 1))
}

const batches = (member: Member): string[] => member.rows.map((row) => `${row.scope} ${row.scanner}`)

/** A sign of use belongs to the one thing that carries its identifier; where two do, it stays on its own. */
function joinSignsOfUse(
  sets: DisjointMembers,
  members: readonly Member[],
  { joinLimit, tags }: JoinRules,
): void {
  const wanted = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (!isSignOfUse(member.finding.kind)) continue
    for (const { type, value } of member.strong) add(wanted, `${type}:${value}`, i)
  }
  if (wanted.size === 0) return
  const carriers = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (isSignOfUse(member.finding.kind)) continue
    for (const { type, value } of member.strong) {
      if (wanted.has(`${type}:${value}`)) add(carriers, `${type}:${value}`, i)
    }
  }
  const homes = new Map<number, Set<number>>()
  for (const [name, signs] of wanted) {
    const carrying = carriers.get(name) ?? []
    if (carrying.length + signs.length > joinLimit || isTag(name, tags)) continue
    for (const sign of signs) {
      const roots = homes.get(sign) ?? new Set<number>()
      for (const i of carrying) roots.add(sets.root(i))
      homes.set(sign, roots)
    }
  }
  for (const [sign, roots] of homes) if (roots.size === 1) sets.absorb([...roots][0]!, sign)
}

const isTag = (name: string, tags: ReadonlySet<string>): boolean =>
  tags.has(`sign:${name}`) || tags.has(`thing:${name}`) || tags.has(`user:${name}`)

/** Union-find over positions; the root of a set is its smallest position, thus its smallest address. */
class DisjointMembers {
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
