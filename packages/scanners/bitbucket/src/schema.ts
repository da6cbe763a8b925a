import { z } from 'zod'

// Only the fields that are read. An instant is kept as the text that Bitbucket sends.

export const Repository = z.object({
  uuid: z.string(),
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  description: z.string().nullish(),
  updated_on: z.string().nullish(),
  /** Null in a repository without a commit. */
  mainbranch: z.object({ name: z.string() }).nullish(),
  /** Only of a fork. */
  parent: z.object({}).nullish(),
  links: z.object({ html: z.object({ href: z.url() }) }),
})
export type Repository = z.infer<typeof Repository>

/** A pipeline variable. A value that is not secured comes along in the answer, and goes no further than here. */
export const Variable = z.object({ key: z.string(), secured: z.boolean().nullish() })
export type Variable = z.infer<typeof Variable>

export const Environment = z.object({ uuid: z.string(), name: z.string() })
export type Environment = z.infer<typeof Environment>

/** A page of Bitbucket Cloud. Lists of pipelines give numbers alone, others a link. */
export const cloudPage = <T>(item: z.ZodType<T>) =>
  z.object({
    values: z.array(item).default([]),
    next: z.string().nullish(),
    page: z.number().nullish(),
    pagelen: z.number().nullish(),
    size: z.number().nullish(),
  })

export const Project = z.object({ key: z.string(), name: z.string(), type: z.string().nullish() })
export type Project = z.infer<typeof Project>

export const DataCenterRepository = z.object({
  id: z.number(),
  slug: z.string(),
  description: z.string().nullish(),
  archived: z.boolean().nullish(),
  /** Only of a fork. */
  origin: z.object({}).nullish(),
  project: z.object({ key: z.string() }),
})
export type DataCenterRepository = z.infer<typeof DataCenterRepository>

/** A page of Bitbucket Data Center. */
export const dataCenterPage = <T>(item: z.ZodType<T>) =>
  z.object({
    values: z.array(item),
    isLastPage: z.boolean(),
    nextPageStart: z.number().nullish(),
  })

/** A refusal of Bitbucket Cloud that names the scopes. */
export const Refusal = z.object({
  error: z.object({
    detail: z.object({ required: z.array(z.string().regex(/^[a-z:-]{1,64}$/)).min(1) }),
  }),
})
