import { z } from 'zod'
import { UnknownReason } from './vocabulary.ts'

/** A place that could not be read, and why. Never the same as "nothing there". */
export const Unknown = z.object({
  /** A path, an operation, a region: where. */
  place: z.string().min(1).max(4096),
  reason: UnknownReason,
  /** What a person can do about it, e.g. the missing permission. */
  detail: z.string().max(2000),
})
export type Unknown = z.infer<typeof Unknown>
