import { Component, Model, SupplierSlug } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { name, PageQuery, page, search } from './common.ts'
import { SystemRow } from './systems.ts'

const models = { tag: 'models', access: 'viewer', method: 'get' } as const

export const ModelQuery = PageQuery.extend({
  search: search.optional(),
  publisher: SupplierSlug.optional(),
  host: SupplierSlug.optional(),
  system: name.optional(),
  retiringBefore: z.iso.date().optional().describe('Its publisher ends it before that day'),
  sort: z
    .enum(['id', '-id', 'componentCount', '-componentCount', 'retiresOn', 'nextEnd'])
    .default('-componentCount')
    .describe('`nextEnd`: those that end soonest first, then those that have ended, the last to end first'),
})

/** A model with what the catalogue knows of it. */
export const ModelRow = Model.extend({
  /** Its family’s name for people, null where it is of none that is known. */
  family: z.string().nullable(),
  /** Anybody may serve it. */
  openWeights: z.boolean(),
})
export type ModelRow = z.infer<typeof ModelRow>

export const listModels = endpoint({
  ...models,
  path: '/api/v1/models',
  summary: 'Models with publisher and hosts',
  query: ModelQuery,
  response: page(ModelRow),
})

export const ModelDetail = z.object({
  model: ModelRow,
  /** Other names and versions of the same family that are in use here. */
  versions: z.array(ModelRow),
  hosts: z.array(z.object({ slug: SupplierSlug, name: z.string(), components: z.int() })),
  /** Days are negative once its end has passed. */
  retirement: z.object({ on: z.iso.date(), days: z.int() }).nullable(),
  /** First pages; `next` goes on at the list of systems or components, filtered by `model` and sorted by `name`. */
  systems: page(SystemRow),
  components: page(Component),
})
export type ModelDetail = z.infer<typeof ModelDetail>

export const getModel = endpoint({
  ...models,
  path: '/api/v1/models/{id}',
  summary: 'One model: who serves it, what uses it, and when it ends',
  /** As long as a model’s id may be. */
  params: z.object({ id: z.string().min(1).max(512) }),
  query: z.object({ limit: PageQuery.shape.limit }),
  response: ModelDetail,
  problems: [404],
})
