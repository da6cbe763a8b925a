import { z } from 'zod'

/** Conditions that need attention; computed, never stored by hand. */
export const FlagId = z.enum([
  'unregistered',
  'unrated',
  'incomplete',
  'unowned',
  'no-monitoring',
  'possible-duplicate',
  'changed-since-review',
  'not-seen',
  'supplier-unreviewed',
  'supplier-review-overdue',
  'model-retiring',
  'exposed-key',
  'coverage-gap',
  'review-overdue',
  'unconfirmed',
])
export type FlagId = z.infer<typeof FlagId>

export const FlagSubject = z.object({ type: z.enum(['system', 'supplier', 'scope']), id: z.string() })

export const Flag = z.object({
  id: FlagId,
  subject: FlagSubject,
  /** One sentence that names the evidence. */
  reason: z.string(),
  /** What would clear it: the decision that a person can take, or the fix. */
  clearedBy: z.string(),
})
export type Flag = z.infer<typeof Flag>
