import { z } from 'zod'
import { Instant, SupplierSlug } from './vocabulary.ts'

export const SupplierReview = z.enum(['unreviewed', 'approved', 'restricted', 'rejected'])

/** A row of the supplier register: who provides a model, an API, a platform or a tool. */
export const Supplier = z.object({
  slug: SupplierSlug,
  name: z.string(),
  country: z.string().optional(),
  site: z.string().optional(),
  review: SupplierReview,
  reviewedAt: Instant.optional(),
  nextReview: z.iso.date().optional(),
  contract: z.string().optional(),
  systemCount: z.int(),
  componentCount: z.int(),
})
export type Supplier = z.infer<typeof Supplier>
