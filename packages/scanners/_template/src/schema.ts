import { z } from 'zod'

/** The few fields that are read. A field that is not here cannot break the scanner when it changes. */
export const Project = z.object({ id: z.string(), name: z.string() })
export type Project = z.infer<typeof Project>

export const Agent = z.object({ id: z.string(), name: z.string(), model: z.string().nullish() })
export type Agent = z.infer<typeof Agent>

export const pageOf = <T>(item: z.ZodType<T>) => z.object({ data: z.array(item), next: z.string().nullish() })
