import { Instant } from '@ai-census/schema'
import { z } from 'zod'

/** RFC 9457 problem details; `errors` names each fault with its place in the input. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ place: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** Cursor pagination: pass `next` back as `cursor` until it is null. */
export const PageQuery = z.object({
  cursor: z.string().max(2000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type PageQuery = z.output<typeof PageQuery>

export const page = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    /** How many rows there are on all pages; null where nobody counts. */
    total: z.int().nullable(),
    capped: z
      .boolean()
      .optional()
      .describe(
        'True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page',
      ),
  })

export const Id = z.object({ id: z.string().min(1).max(256) })
export const Empty = z.object({})

const separated = z
  .string()
  .max(2000)
  .transform((text) => text.split(',').filter(Boolean))

/** A comma-separated list of some of these values. */
export const list = <T extends Readonly<Record<string, string>>>(values: z.ZodEnum<T>) =>
  separated.pipe(z.array(values))

/** A comma-separated list of any words. */
export const words = separated.pipe(z.array(z.string().max(200)).max(100))

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
export const search = z.string().max(200).describe('Text that is looked for in what the list shows')
export const name = z.string().min(1).max(256)
/** A person, or `none` for nobody. */
export const person = name.describe('A person as the register names people; `none`: nobody')

/** Beyond these years no database counts, and nothing happened. */
const isPlausible = (instant: string): boolean => instant > '1970' && instant < '2200'

/** An instant in the one spelling that compares as text. */
export const QueryInstant = Instant.transform((text) => new Date(text).toISOString()).refine(
  isPlausible,
  'an instant between 1970 and 2200',
)
