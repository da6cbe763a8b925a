import { Decision } from '@ai-census/schema'
import type { z } from 'zod'

/** A decision as the log tells it now: nothing in it is ever changed, but a later decision may take it back. */
export const LoggedDecision = Decision.extend({
  revokedBy: Decision.pick({ sequence: true, at: true, author: true })
    .nullable()
    .describe(
      'The decision that takes it back; null where none does, or where that one is taken back itself',
    ),
})
export type LoggedDecision = z.infer<typeof LoggedDecision>
