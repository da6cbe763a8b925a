/** The rubric's questions and answers in the words that the collector gives them. Pure. */
import type { SystemRisk } from '@ai-census/api'
import type { RiskAnswers, RiskFactorId } from '@ai-census/schema'

/** What a person answers, question by question; an empty string is no answer. */
export type Answers = Record<string, string>

/** The answers of the rating that stands, but for those that a change opened again. */
export function startOf({ answers, rating }: Pick<SystemRisk, 'answers' | 'rating'>): Answers {
  const open = new Set<string>(rating?.reopened.map(({ factor }) => factor))
  return Object.fromEntries(Object.entries(answers).filter(([factor]) => !open.has(factor)))
}

/** Only what was answered; the collector checks each against its question. */
export const given = (answers: Answers): RiskAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== '')) as RiskAnswers // by the questions' own ids

export const questionOf = ({ questions }: Pick<SystemRisk, 'questions'>, factor: string): string =>
  questions.find((question) => question.factor === factor)?.question ?? factor

export const levelOf = (
  { questions }: Pick<SystemRisk, 'questions'>,
  factor: string,
  answer: string,
): string =>
  sentence(
    questions.find((question) => question.factor === factor)?.levels.find(({ id }) => id === answer)?.label ??
      answer,
  )

/** Labels end a sentence in the rubric; alone they begin one. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The higher on the scale, the sooner it is looked at again. */
export function monthsUntilReview(scale: readonly string[], level: string): number {
  const place = scale.indexOf(level)
  if (place < 0) return 12
  return place === scale.length - 1 ? 6 : 12
}

export interface AnswerLine {
  factor: RiskFactorId
  question: string
  answer: string
  /** Why it must be given anew. */
  reopened: string | undefined
}

export function answerLines(risk: SystemRisk): AnswerLine[] {
  const reopened = new Map(risk.rating?.reopened.map(({ factor, reason }) => [factor, reason]))
  return risk.questions.flatMap(({ factor, question }) => {
    const answer = risk.answers[factor]
    return answer === undefined
      ? []
      : [{ factor, question, answer: levelOf(risk, factor, answer), reopened: reopened.get(factor) }]
  })
}
