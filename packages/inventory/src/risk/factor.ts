import type { AiSystem, Component, RiskAnswers, RiskFactorId, RiskProfile, Supplier } from '@ai-census/schema'

export type RiskAnswer<F extends RiskFactorId> = NonNullable<RiskAnswers[F]>

export type Facet = keyof RiskProfile

export interface RiskLevel {
  /** Ends a sentence that begins with the factor's title and a colon. */
  readonly label: string
  /** From 0 (none) to 1 (grave: this answer alone asks for attention). Never falls from one level to the next. */
  readonly severity: number
}

/** What of a system the rubric may look at. */
export interface RiskSubject {
  readonly fields: AiSystem['fields']
  /** Its live components that are more than a catalogue entry. */
  readonly components: readonly Component[]
  /** The register's rows of the suppliers that it depends on. */
  readonly suppliers: readonly Supplier[]
}

/** An answer that the evidence suggests, and the sentence that says why. */
export interface PreAnswer<F extends RiskFactorId> {
  readonly answer: RiskAnswer<F>
  readonly because: string
}

/** One question of the rubric. */
export interface Factor<F extends RiskFactorId> {
  readonly id: F
  readonly title: string
  readonly question: string
  /** How much it counts beside the others. */
  readonly weight: number
  readonly levels: Readonly<Record<RiskAnswer<F>, RiskLevel>>
  /** Null where nothing that is known answers it. Absent: only a person can answer. */
  readonly evidence?: (subject: RiskSubject) => PreAnswer<F> | null
  readonly reopenedBy: readonly Facet[]
}
