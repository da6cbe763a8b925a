import { z } from 'zod'
import { RelationType } from './finding.ts'

/** An edge between two components. */
export const Relationship = z.object({ from: z.string(), type: RelationType, to: z.string() })
export type Relationship = z.infer<typeof Relationship>
