import {
  Decision,
  Rating,
  RiskAnswers,
  RiskFactorId,
  RiskProfile,
  RiskQuestion,
  RiskSuggestion,
} from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from './common.ts'

/** What the evidence answers already. */
export const RiskEvidenceAnswer = z.object({ factor: RiskFactorId, answer: z.string(), because: z.string() })

/** A rating that was given once. */
export const PastRating = Rating.omit({ reopened: true }).extend({
  sequence: Decision.shape.sequence,
  /** False where it was taken back. */
  inForce: z.boolean(),
})

export const SystemRisk = z.object({
  /** The internal scale, lowest first. */
  scale: z.array(z.string()),
  questions: z.array(RiskQuestion),
  evidence: z.array(RiskEvidenceAnswer),
  /** The answers of the rating that stands. */
  answers: RiskAnswers,
  suggestion: RiskSuggestion,
  /** With its author, date, rationale and next review, and with the answers that no longer stand. */
  rating: Rating.nullable(),
  /** All that were given, newest first. */
  history: z.array(PastRating),
  /** What a person who rates now rates; send it with the decision, so that later changes are told exactly. */
  basis: RiskProfile,
})
export type SystemRisk = z.infer<typeof SystemRisk>

export const getRisk = endpoint({
  tag: 'risk',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/systems/{id}/risk',
  summary: 'How risky one system is: the questions, what answers them, the suggestion, and who rated it',
  params: Id,
  response: SystemRisk,
  problems: [404],
})

export const suggestRisk = endpoint({
  tag: 'risk',
  access: 'viewer',
  method: 'post',
  path: '/api/v1/systems/{id}/risk/suggestion',
  summary: 'The level that these answers would suggest; writes nothing',
  params: Id,
  body: z.object({ answers: RiskAnswers }),
  example: { body: { answers: { autonomy: 'advises', 'annex-iii': 'employment' } } },
  response: RiskSuggestion,
  problems: [404],
})
