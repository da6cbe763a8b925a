import { batches, type Cluster, DisjointMembers } from './disjoint-members.ts'
import { compareText } from './ids.ts'
import { joinWeak } from './join-weak.ts'
import { identifierName, isSignOfUse, isWeak, joinBucket } from './joining.ts'
import type { Member } from './members.ts'

export type { Cluster } from './disjoint-members.ts'

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
  const weak = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (isSignOfUse(member.finding.kind)) continue
    for (const identifier of member.strong)
      add(isWeak(identifier.type) ? weak : buckets, joinBucket(member, identifier), i)
  }
  // Where one-to-one stands in the way of a join the order decides, so it must not depend on arrival.
  const joins = (some: ReadonlyMap<string, number[]>): number[][] =>
    [...some.keys()]
      .filter((name) => isJoin(some.get(name)!, joinLimit) && !tags.has(`join:${name}`))
      .sort(compareText)
      .map((name) => some.get(name)!)
  for (const bucket of joins(buckets)) {
    const [first, ...rest] = telling(bucket, members)
    for (const next of rest) sets.join(first!, next)
  }
  // Last: who is one with whom for certain tells how many there are on either side.
  joinWeak(sets, members, joins(weak))
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

/**
 * A sign of use belongs to the one thing that carries its identifier; where two do, it stays on its own. A weak
 * identifier says too little to raise a grade by it.
 */
function joinSignsOfUse(
  sets: DisjointMembers,
  members: readonly Member[],
  { joinLimit, tags }: JoinRules,
): void {
  const wanted = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (!isSignOfUse(member.finding.kind)) continue
    for (const one of member.strong) if (!isWeak(one.type)) add(wanted, identifierName(one), i)
  }
  if (wanted.size === 0) return
  const carriers = new Map<string, number[]>()
  for (const [i, member] of members.entries()) {
    if (isSignOfUse(member.finding.kind)) continue
    for (const one of member.strong) {
      if (wanted.has(identifierName(one))) add(carriers, identifierName(one), i)
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
