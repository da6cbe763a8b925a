import type { SystemRisk } from '@ai-census/api'
import { inForce, riskEvidence, riskRubric, suggestRisk } from '@ai-census/inventory'
import type { Decision, RiskAnswers, RiskSuggestion } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { decisionsAbout } from '../inventory/get-system.ts'
import { loadRiskCase } from './load-subject.ts'

export async function getRisk(deps: Deps, id: string): Promise<SystemRisk> {
  return deps.database.orm.transaction(
    async (tx) => {
      const { system, settings, subject, basis } = await loadRiskCase(deps, tx, id)
      const evidence = riskEvidence(subject)
      const answers = system.rating?.answers ?? {}
      return {
        scale: [...settings.riskLevels],
        questions: riskRubric(),
        evidence: Object.entries(evidence).map(([factor, { answer, because }]) => ({
          factor: factor as keyof typeof evidence, // the keys of the rubric's own answers
          answer,
          because,
        })),
        answers,
        suggestion: suggestRisk(answers, evidence, settings.riskLevels),
        rating: system.rating ?? null,
        history: pastRatings(await decisionsAbout(tx, id)),
        basis,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The level that these answers would suggest, with the evidence as it is now. */
export async function trySuggestion(deps: Deps, id: string, answers: RiskAnswers): Promise<RiskSuggestion> {
  const { settings, subject } = await loadRiskCase(deps, deps.database.orm, id)
  return suggestRisk(answers, riskEvidence(subject), settings.riskLevels)
}

/** Newest first, as the decisions come. */
function pastRatings(decisions: readonly Decision[]): SystemRisk['history'] {
  const valid = new Set(inForce(decisions).map(({ sequence }) => sequence))
  return decisions.flatMap(({ sequence, at, author, body }) => {
    if (body.type !== 'rate') return []
    const { level, answers, rationale, nextReview } = body
    return [{ sequence, at, by: author, level, answers, rationale, nextReview, inForce: valid.has(sequence) }]
  })
}
