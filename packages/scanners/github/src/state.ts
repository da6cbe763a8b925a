import type { HostState, Kept } from '@ai-census/repositories/hosts'
import { z } from 'zod'
import { Repository } from './schema.ts'

/** A page of an organisation's repositories as it was seen last. */
const KnownPage = z.object({
  etag: z.string().nullable(),
  isLast: z.boolean(),
  repositories: z.array(Repository),
})
export type KnownPage = z.infer<typeof KnownPage>

export const pageOf = (state: HostState, number: number): Kept<KnownPage> =>
  state.record('pages', String(number), KnownPage)

/** The last time that all pages were asked for, and what the organisation looked like then. */
const Sweep = z.object({
  at: z.number(),
  /** Repositories by the organisation's own count. */
  total: z.number(),
  pages: z.number(),
  /** The first page by each of the orders that show changes. */
  pushed: z.object({ etag: z.string().nullable(), digest: z.string() }),
  updated: z.object({ etag: z.string().nullable(), digest: z.string() }),
})
export type Sweep = z.infer<typeof Sweep>
export type Front = Sweep['pushed']

export const sweepOf = (state: HostState): Kept<Sweep> => state.record('sweep', 'last', Sweep)
