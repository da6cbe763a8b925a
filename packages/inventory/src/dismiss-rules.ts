import {
  type Component,
  type Decision,
  type Finding,
  gradeRank,
  isCodeLocation,
  type RuleMatch,
  type StandingRule,
} from '@ai-census/schema'
import { inForce } from './replay.ts'

/** The rules that the decisions among these left in force, the one that was made first before the others. */
export function dismissRulesOf(decisions: readonly Decision[]): StandingRule[] {
  const rules = new Map<string, StandingRule>()
  for (const { body, author: by, at, sequence } of inForce(decisions)) {
    if (body.type === 'set-rule') rules.set(body.rule.id, { ...body.rule, by, at, sequence })
    if (body.type === 'remove-rule') rules.delete(body.rule)
  }
  return [...rules.values()].sort((a, b) => a.sequence - b.sequence)
}

/** A component with what is seen of it now. */
export interface RulePart {
  readonly component: Pick<Component, 'grade'>
  readonly live: boolean
  readonly sightings: readonly { readonly scope: string; readonly finding: Finding }[]
}

export const isRuleInForce = ({ expires }: Pick<StandingRule, 'expires'>, today: string): boolean =>
  expires === undefined || expires >= today

/**
 * Whether a system is nothing but what the rule names. What a provider merely offers says nothing for or against it;
 * where nothing else is live, there is nothing to judge, and no rule speaks of it.
 */
export function matchesRule(match: RuleMatch, parts: readonly RulePart[]): boolean {
  const judged = parts.filter(({ component, live }) => live && gradeRank(component.grade) > 0)
  return (
    judged.length > 0 &&
    judged.every(
      ({ sightings }) =>
        sightings.length > 0 && sightings.every((sighting) => matchesSighting(match, sighting)),
    )
  )
}

function matchesSighting(match: RuleMatch, { scope, finding }: RulePart['sightings'][number]): boolean {
  const { contexts, suppliers, kinds } = match
  return (
    (contexts === undefined || contexts.includes(finding.context)) &&
    (suppliers === undefined || (finding.supplier !== null && suppliers.includes(finding.supplier))) &&
    (kinds === undefined || kinds.includes(finding.kind)) &&
    (match.scope === undefined || matchesWildcard(match.scope, scope)) &&
    (match.path === undefined || isWhollyAt(match.path, finding))
  )
}

const isWhollyAt = (pattern: string, { evidence }: Finding): boolean =>
  evidence.every(({ location }) => isCodeLocation(location) && matchesWildcard(pattern, location.path))

/** `*` stands for any characters. Goes back to the last star only, so that no pattern takes long. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let i = 0; i < text.length; ) {
    if (pattern[at] === '*') {
      star = at++
      resume = i
    } else if (at < pattern.length && pattern[at] === text[i]) {
      at++
      i++
    } else if (star >= 0) {
      at = star + 1
      i = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
