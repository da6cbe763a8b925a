import { z } from 'zod'
import { SupplierSlug } from './vocabulary.ts'

/** A named model as it is used here: its publisher made it, its hosts serve it. */
export const Model = z.object({
  id: z.string(),
  publisher: SupplierSlug.nullable(),
  hosts: z.array(SupplierSlug),
  systemCount: z.int(),
  componentCount: z.int(),
  retiresOn: z.iso.date().optional(),
})
export type Model = z.infer<typeof Model>
