import { systemId } from './ids.ts'
import { identifierName, isSignOfUse, isThing, joinBucket, localName } from './joining.ts'
import type { Facts } from './ledger.ts'
import { type Member, membersOf } from './members.ts'
import { targetsOfMember } from './targets.ts'

/**
 * By what a finding hangs together with others, as plain strings that a store can index. Written beside the finding
 * whenever it is written; the store knows nothing of their meaning.
 *
 * `group:<system id>`: what it is grouped by. `join:<bucket>`: those with the same one are one component.
 * `thing:`, `user:`, `sign:<identifier>`: carries that identifier, as a thing, as a user of things, as a sign of use.
 * `here:<scope> <identifier>`: carries one that means something in its own scope only.
 * `to:<identifier>`, `to:<scope> <identifier>`: states a relation to whatever carries it.
 */
export function linksOf(member: Member): string[] {
  const { kind } = member.finding
  const role = isSignOfUse(kind) ? 'sign' : isThing(kind) ? 'thing' : 'user'
  const links = [`group:${systemId(member.group.key)}`]
  for (const one of member.strong) {
    links.push(`${role}:${identifierName(one)}`)
    if (role !== 'sign') links.push(`join:${joinBucket(member, one)}`)
  }
  for (const one of member.weak) {
    links.push(`here:${localName(member.scope.key, one)}`)
  }
  for (const { name } of targetsOfMember(member)) links.push(`to:${name}`)
  return [...new Set(links)]
}

/** The links of every finding in these facts, by its address (`refKey`). */
export function linksByRef(facts: Facts): Map<string, string[]> {
  return new Map(membersOf(facts).map((member) => [member.ref, linksOf(member)]))
}
