import { z } from 'zod'

/** Where people can say that a sign, or a finding, need not be looked at: a path, a comment, a list. */
export const SuppressionBy = z.enum(['path', 'comment', 'acceptance'])
export type SuppressionBy = z.infer<typeof SuppressionBy>

/**
 * What somebody wrote in the place that was read to have something not counted. `active` is obeyed by the outputs
 * of a scan; `expired` and `unexplained` are shown and count for nothing. A suppressed finding is reported all the
 * same: what is suppressed is not absent.
 */
export const Suppression = z.object({
  by: SuppressionBy,
  status: z.enum(['active', 'expired', 'unexplained']),
  reason: z.string().max(1000).optional(),
  /** Where it is written: `.ai-censusignore:3`, `src/app.py:12`. */
  place: z.string().min(1).max(4200),
  author: z.string().max(256).optional(),
  /** The last day on which it holds. */
  expires: z.iso.date().optional(),
})
export type Suppression = z.infer<typeof Suppression>
