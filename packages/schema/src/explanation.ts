import { z } from 'zod'
import { CodeLocation } from './evidence.ts'
import { Context, Grade } from './vocabulary.ts'

/** A sign that could have spoken for or against the finding, and why it does not count. */
export const SetAside = z.object({
  rule: z.string().min(1).max(256),
  location: CodeLocation,
  excerpt: z.string().max(400).optional(),
  why: z.string().min(1).max(1000),
})
export type SetAside = z.infer<typeof SetAside>

/** Why a verdict was reached. Made only when somebody asks for it, and never sent to a collector. */
export const Explanation = z.object({
  /** What each piece of evidence proves alone, in the order of `evidence`. */
  proofs: z.array(z.object({ grade: Grade, context: Context })).max(200),
  setAside: z.array(SetAside).max(200),
})
export type Explanation = z.infer<typeof Explanation>
