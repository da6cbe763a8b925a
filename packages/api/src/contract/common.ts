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
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().nullable() })

export const Id = z.object({ id: z.string().min(1).max(256) })
export const Empty = z.object({})

/** A comma-separated list in a query. */
export const list = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .max(2000)
    .transform((s) => s.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)))
