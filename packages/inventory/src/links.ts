import type { IdentifierAlias } from '@ai-census/schema'
import { canonicalHost } from './canonical.ts'
import { systemId } from './ids.ts'
import { identifierName, isSignOfUse, isThing, joinBucket, localName } from './joining.ts'
import type { Facts } from './ledger.ts'
import { type Member, membersOf, projectOf } from './members.ts'
import { targetsOfMember } from './targets.ts'

/**
 * By what a finding hangs together with others, as plain strings that a store can index. Written beside the finding
 * whenever it is written; the store knows nothing of their meaning.
 *
 * `group:<system id>`: what it is grouped by. `join:<bucket>`: those with the same one are one component.
 * `thing:`, `user:`, `sign:<identifier>`: carries that identifier, as a thing, as a user of things, as a sign of use.
 * `here:<scope> <identifier>`: carries one that means something in its own scope only.
 * `to:<identifier>`, `to:<scope> <identifier>`: states a relation to whatever carries it.
 * `named:<type>:<name>`: says a name that an alias may put another one in place of.
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
  for (const name of otherNamesOf(member)) links.push(`named:${name}`)
  return [...new Set(links)]
}

/** The names by which this alias finds who says it; null where nothing is kept by which to find them. */
export const linkOfAlias = ({ type, from }: IdentifierAlias): string | null =>
  type === 'host'
    ? `named:host:${canonicalHost(from)}`
    : type === 'gcp-project'
      ? `named:${type}:${from}`
      : null

/** As the findings say them, before aliases are put in place. */
function otherNamesOf({ rows }: Member): string[] {
  const said = rows.flatMap(({ finding }) => [
    ...finding.identifiers,
    ...(finding.relations ?? []).map(({ to }) => to),
  ])
  return said.flatMap((one) => {
    const project = projectOf(one)
    return [
      ...(one.type === 'host' ? [identifierName(one)] : []),
      ...(one.type === 'gcp-project' ? [identifierName(one)] : []),
      ...(project === null ? [] : [`gcp-project:${project}`]),
    ]
  })
}

/** The links of every finding in these facts, by its address (`refKey`). */
export function linksByRef(facts: Facts): Map<string, string[]> {
  return new Map(membersOf(facts).map((member) => [member.ref, linksOf(member)]))
}
