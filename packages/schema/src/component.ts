import { z } from 'zod'
import { AttributeValue, FindingModel, Identifier } from './finding.ts'
import { Context, FindingKind, Grade, Instant, SupplierSlug } from './vocabulary.ts'

/** `seen` → `missing` (first complete absence) → `gone` (second) → `returned`. */
export const ComponentState = z.enum(['seen', 'missing', 'gone', 'returned'])
export type ComponentState = z.infer<typeof ComponentState>

/** One finding's address for good: its scope and its key in that scope. */
export const FindingRef = z.object({ scope: z.string(), key: z.string() })
export type FindingRef = z.infer<typeof FindingRef>

/** The deployed or used thing, joined from all findings that speak of it. Discovery alone writes it. */
export const Component = z.object({
  id: z.string(),
  systemId: z.string(),
  kind: FindingKind,
  name: z.string(),
  supplier: SupplierSlug.nullable(),
  supplierName: z.string().optional(),
  product: z.string().optional(),
  framework: z.string().optional(),
  model: FindingModel.optional(),
  grade: Grade,
  context: Context,
  state: ComponentState,
  identifiers: z.array(Identifier),
  attributes: z.record(z.string(), AttributeValue),
  findings: z.array(FindingRef),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
})
export type Component = z.infer<typeof Component>
