import type { HostState, Kept } from '@ai-census/repositories/hosts'
import { z } from 'zod'
import { Repository } from './schema.ts'

/** A page of an organisation's repositories as it was seen last. */
const KnownPage = z.object({
  etag: z.string(),
  isLast: z.boolean(),
  repositories: z.array(Repository),
})
export type KnownPage = z.infer<typeof KnownPage>

export const pageOf = (state: HostState, number: number): Kept<KnownPage> =>
  state.record('pages', String(number), KnownPage)
