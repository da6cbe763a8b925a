import type { AiSystem, Component, Rating, ReopenedAnswer, RiskProfile } from '@ai-census/schema'
import { listed } from '../flags/wording.ts'
import { sortedUnique } from '../ids.ts'
import { modelOf } from '../models.ts'
import { suppliersOfComponent } from '../suppliers.ts'
import type { Facet } from './factor.ts'
import { factorsInOrder } from './rubric.ts'

type Pinned = Partial<Record<keyof AiSystem['fields'], string>>

/** The profile of these components, with what people said of the system. */
export function riskProfile(components: readonly Omit<Component, 'systemId'>[], said: Pinned): RiskProfile {
  const named = (...kinds: Component['kind'][]): string[] =>
    sortedUnique(components.filter((c) => kinds.includes(c.kind)).map((c) => c.name))
  const answer = (field: keyof Pinned): string[] => (said[field] === undefined ? [] : [said[field]])
  return {
    suppliers: sortedUnique(components.flatMap(suppliersOfComponent)),
    models: sortedUnique(components.flatMap((c) => modelOf(c) ?? [])),
    dataSources: named('dataset', 'knowledge-base'),
    tools: named('agent', 'mcp-server'),
    production: components.some((c) => c.context === 'production') ? ['production'] : [],
    userImpact: answer('userImpact'),
    purpose: answer('purpose'),
    data: answer('data'),
    monitoringMethod: answer('monitoringMethod'),
  }
}

const WORDS: Readonly<Record<Facet, (added: readonly string[]) => string>> = {
  suppliers: (added) => `New supplier: ${listed(added)}.`,
  models: (added) => `New model: ${listed(added)}.`,
  dataSources: (added) => `New data source: ${listed(added)}.`,
  tools: (added) => `New agent or tool: ${listed(added)}.`,
  production: () => 'It is in production now.',
  userImpact: ([now]) => `Its user impact is ${now} now.`,
  purpose: () => 'Its purpose was changed.',
  data: () => 'What is said of its data was changed.',
  monitoringMethod: () => 'How it is watched was changed.',
}

/**
 * The answers of a rating that no longer stand as they were given: those that something new bears on, in the rubric's
 * order, each once. What is no longer there re-opens nothing: it makes no answer too mild.
 */
export function reopened(
  before: RiskProfile,
  now: RiskProfile,
  { answers }: Pick<Rating, 'answers'>,
): ReopenedAnswer[] {
  return factorsInOrder.flatMap(({ id, reopenedBy }) => {
    if (answers[id] === undefined) return []
    const reasons = reopenedBy.flatMap((facet) => {
      const known = new Set(before[facet])
      const added = now[facet].filter((one) => !known.has(one))
      return added.length > 0 ? [WORDS[facet](added)] : []
    })
    return reasons.length > 0 ? [{ factor: id, reason: reasons.join(' ') }] : []
  })
}
