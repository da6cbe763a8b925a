import { Flag, Model, Supplier, SupplierReview, SupplierSlug } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { flag, Id, list, PageQuery, page, search } from './common.ts'
import { SystemRow } from './systems.ts'

const suppliers = { tag: 'suppliers', access: 'viewer', method: 'get' } as const

export const SupplierQuery = PageQuery.extend({
  search: search.optional(),
  review: list(SupplierReview).optional(),
  reviewDueBefore: z.iso.date().optional().describe('Its next review is before that day'),
  country: z.string().min(1).max(100).optional(),
  used: flag.optional().describe('Whether any system depends on it now'),
  sort: z
    .enum(['name', '-name', '-systemCount', 'systemCount', 'nextReview', '-nextReview'])
    .default('-systemCount'),
})

export const listSuppliers = endpoint({
  ...suppliers,
  path: '/api/v1/suppliers',
  summary: 'The supplier register',
  query: SupplierQuery,
  response: page(Supplier),
})

/** Who stands behind a supplier: it serves that publisher’s models, or that host serves its own. */
export const FourthParty = z.object({
  slug: SupplierSlug,
  name: z.string(),
  role: z.enum(['publisher', 'host']),
  models: z.int(),
})
export type FourthParty = z.infer<typeof FourthParty>

export const SupplierDetail = z.object({
  supplier: Supplier,
  /** For `ifVersion` of a review: the number of the newest decision that reviews it or takes a review back; `0`: none. */
  version: z.string(),
  /** What is public about it, as far as the catalogue knows it. */
  links: z.object({ terms: z.string().optional(), subprocessors: z.string().optional() }),
  /** The first hundred systems and models by name; the lists have the rest, filtered by `supplier`, `host`, `publisher`. */
  systems: z.array(SystemRow),
  models: z.array(Model),
  counts: z.object({ systems: z.int(), liveSystems: z.int(), components: z.int(), models: z.int() }),
  /** The share of all live systems that depend on it, from 0 to 1; null where none is live. */
  concentration: z.number().nullable(),
  fourthParties: z.array(FourthParty),
  flags: z.array(Flag),
})
export type SupplierDetail = z.infer<typeof SupplierDetail>

export const getSupplier = endpoint({
  ...suppliers,
  path: '/api/v1/suppliers/{id}',
  summary: 'One supplier, what depends on it, and who stands behind it',
  params: Id,
  response: SupplierDetail,
  problems: [404],
})
