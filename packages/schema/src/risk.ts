import { z } from 'zod'
import { Instant } from './vocabulary.ts'

/**
 * The answers of the rubric, by question. The levels of each run from least to most risk; those of `annex-iii` are
 * `none` and then the eight areas, of which none is worse than another.
 */
export const RiskAnswers = z
  .object({
    'user-impact': z.enum(['internal', 'customer-facing', 'decision-support']),
    autonomy: z.enum(['no-decision', 'advises', 'acts-reviewed', 'acts-alone']),
    'data-sensitivity': z.enum(['public', 'internal', 'personal', 'special-category']),
    'affected-people': z.enum(['nobody', 'staff', 'customers', 'vulnerable']),
    'annex-iii': z
      .enum([
        'none',
        'biometrics',
        'critical-infrastructure',
        'education',
        'employment',
        'essential-services',
        'law-enforcement',
        'migration',
        'justice-and-democracy',
      ])
      .describe('Area of Annex III of the EU AI Act, Regulation (EU) 2024/1689'),
    scale: z.enum(['tens', 'thousands', 'hundred-thousands', 'millions']),
    oversight: z.enum(['every-output', 'sampled', 'on-complaint', 'none']),
    'supplier-opacity': z.enum(['own', 'reviewed', 'unreviewed', 'unknown']),
  })
  .partial()
export type RiskAnswers = z.infer<typeof RiskAnswers>

/** The questions of the rubric, in the order in which people answer them. */
export const RiskFactorId = RiskAnswers.keyof()
export type RiskFactorId = z.infer<typeof RiskFactorId>

const names = z.array(z.string().max(4096)).max(10_000)

/**
 * What of a system a rating depends on, each sorted, each once. Something new in one of these re-opens the answers that
 * it bears on.
 */
export const RiskProfile = z.object({
  suppliers: names,
  models: names,
  dataSources: names,
  /** Agents, and servers of tools. */
  tools: names,
  /** Holds one word while any of it is in production. */
  production: names,
  /** What people said; empty where nobody did. */
  userImpact: names,
  purpose: names,
  data: names,
  monitoringMethod: names,
})
export type RiskProfile = z.infer<typeof RiskProfile>

/** An answer that no longer stands as it was given, because the system changed. */
export const ReopenedAnswer = z.object({
  factor: RiskFactorId,
  /** One sentence that names what changed. */
  reason: z.string(),
})
export type ReopenedAnswer = z.infer<typeof ReopenedAnswer>

/** A person's rating of a system: the decision `rate`, with its author and date from the log. */
export const Rating = z.object({
  level: z.string(),
  answers: RiskAnswers,
  rationale: z.string(),
  nextReview: z.iso.date(),
  by: z.string(),
  at: Instant,
  /** What changed since, question by question; empty while all answers stand. */
  reopened: z.array(ReopenedAnswer),
})
export type Rating = z.infer<typeof Rating>

/** A question of the rubric, for people. */
export const RiskQuestion = z.object({
  factor: RiskFactorId,
  question: z.string(),
  /** From least to most risk. */
  levels: z.array(z.object({ id: z.string(), label: z.string() })),
})
export type RiskQuestion = z.infer<typeof RiskQuestion>

/** Where an answer that counts comes from; `assumed`: nobody answered, and the middle is taken. */
export const RiskAnswerSource = z.enum(['person', 'evidence', 'assumed'])

/** A level that the rubric suggests; only a person's decision rates. */
export const RiskSuggestion = z.object({
  level: z.string(),
  /** From 0 to 1; the scale divides it evenly. */
  score: z.number(),
  /** Sentences, the weightiest first. */
  reasons: z.array(z.string()),
  factors: z.array(
    z.object({
      factor: RiskFactorId,
      answer: z.string().nullable(),
      source: RiskAnswerSource,
      /** From 0 to 1. */
      severity: z.number(),
      reason: z.string(),
    }),
  ),
  /** Questions that neither a person nor the evidence answers. */
  unanswered: z.array(RiskFactorId),
})
export type RiskSuggestion = z.infer<typeof RiskSuggestion>
