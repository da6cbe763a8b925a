import { namesModel } from '@ai-census/cloud-kit'
import { z } from 'zod'

const text = z.string().optional().catch(undefined)

/** `2026-01-02T03:04:05Z` by REST; `{ seconds, nanos }` in what was recorded of Google's libraries. */
const instant = z
  .union([
    z.string(),
    z
      .object({ seconds: z.coerce.number(), nanos: z.number().optional().catch(undefined) })
      .transform(({ seconds, nanos = 0 }) => {
        const at = new Date(seconds * 1000 + nanos / 1_000_000)
        return Number.isFinite(at.getTime()) ? at.toISOString() : undefined
      }),
  ])
  .optional()
  .catch(undefined)

/** Whole numbers come as text; some libraries make numbers of them. */
export const count = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

/** Labels that are text, whatever stands between them. */
export const labels = z
  .record(z.string(), z.unknown())
  .transform((all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])),
    ),
  )
  .optional()
  .catch(undefined)

/** The items of a list that can be read; one that cannot costs the others nothing. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item.nullable().catch(null))
    .transform((all) => all.flatMap((one) => (one === null ? [] : [one])))
    .optional()
    .catch(undefined)

/** What nearly every resource of Google's has. A field of another shape says nothing; without a name there is no resource. */
export const resource = {
  name: z.string().min(1),
  displayName: text,
  description: text,
  createTime: instant,
  updateTime: instant,
  labels,
  state: text,
}

export const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
export { text }

/** Of a variable its name alone is ever read: the value never gets past here. */
export const variables = listOf(z.object({ name: text }))

/** Of a variable its name; its value goes on only where the name says that it is a model. */
export const modelVariables = listOf(
  z
    .object({ name: text, value: text })
    .transform(({ name, value }) => ({ name, value: name && namesModel(name) ? value : undefined })),
)

export const Named = z.object(resource)
export type Named = z.infer<typeof Named>

/** `projects/p/locations/l/endpoints/e` → `e`. */
export const lastOf = (name: string): string => name.split('/').at(-1) ?? name
