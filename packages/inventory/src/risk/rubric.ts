import { RiskAnswers, type RiskFactorId, type RiskQuestion } from '@ai-census/schema'
import type { Factor, PreAnswer, RiskLevel, RiskSubject } from './factor.ts'
import { riskFactors } from './factors/index.ts'

/** A factor whose answers are read as plain text, once the schema has checked them. */
export interface AnyFactor extends Omit<Factor<RiskFactorId>, 'id' | 'levels' | 'evidence'> {
  readonly id: RiskFactorId
  readonly levels: Readonly<Record<string, RiskLevel>>
  evidence?(subject: RiskSubject): { readonly answer: string; readonly because: string } | null
}

/** The factors in the rubric's order. */
export const factorsInOrder: readonly AnyFactor[] = Object.values(riskFactors)

/** The rubric as people are asked it; levels in the order of the schema. */
export const riskRubric = (): RiskQuestion[] =>
  factorsInOrder.map(({ id, question, levels }) => ({
    factor: id,
    question,
    levels: RiskAnswers.shape[id]
      .unwrap()
      .options.map((level) => ({ id: level, label: levels[level]!.label })),
  }))

/** What the evidence answers already, by question. */
export type RiskEvidence = { readonly [F in RiskFactorId]?: PreAnswer<F> }

export function riskEvidence(subject: RiskSubject): RiskEvidence {
  const answers = factorsInOrder.flatMap(({ id, evidence }) => {
    const found = evidence?.(subject) ?? null
    return found ? [[id, found] as const] : []
  })
  // Each pair is a factor's id with that factor's own answer; the pairing is lost in the list.
  return Object.fromEntries(answers) as RiskEvidence
}
