import type { ClaimField, ClaimSource, Component, Context, Grade, SystemField } from '@ai-census/schema'
import type { Settings } from '../settings.ts'

/** An answer that discovery has for a field. */
export interface Candidate {
  readonly value: string
  readonly source: ClaimSource
  /** The key of the scope that said so. */
  readonly by: string
  readonly at: string
}

/** What inference may look at. */
export interface FieldSubject {
  readonly groupTitle: string
  readonly grade: Grade | null
  readonly contexts: readonly Context[]
  readonly components: readonly Pick<Component, 'kind' | 'name' | 'grade' | 'context'>[]
}

/** How discovery answers one field. A rule without `claim` and `infer` is for people alone. */
export interface FieldRule {
  readonly field: SystemField
  /** Claims of these fields answer it. */
  readonly claim?: ClaimField
  /** A claim's value in the field's own terms; null: it says nothing that this field knows. */
  readonly accept?: (value: string, settings: Settings) => string | null
  /** The weakest answer, from what was found. */
  readonly infer?: (subject: FieldSubject) => string | null
}
