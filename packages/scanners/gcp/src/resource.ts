import { z } from 'zod'

const text = z.string().optional().catch(undefined)

/** What nearly every resource of Google's has. A field of another shape says nothing; without a name there is no resource. */
export const resource = {
  name: z.string().min(1),
  displayName: text,
  createTime: text,
  updateTime: text,
  labels: z.record(z.string(), z.string()).optional().catch(undefined),
  state: text,
}

export const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
export { text }

/** Of a variable its name alone is ever read: the value never gets past here. */
export const variables = optional(z.array(z.object({ name: text })))

export const Named = z.object(resource)
export type Named = z.infer<typeof Named>

/** `projects/p/locations/l/endpoints/e` → `e`. */
export const lastOf = (name: string): string => name.split('/').at(-1) ?? name
