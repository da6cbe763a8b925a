import {
  Component,
  ComponentState,
  Context,
  Finding,
  FindingKind,
  Grade,
  Instant,
  RelationType,
  Scope,
  SupplierSlug,
} from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { flag, Id, list, name, PageQuery, page, search } from './common.ts'

const components = { tag: 'components', access: 'viewer', method: 'get' } as const

export const ComponentQuery = PageQuery.extend({
  search: search.optional(),
  system: name.optional(),
  supplier: SupplierSlug.optional(),
  model: name.optional(),
  kind: list(FindingKind).optional(),
  state: list(ComponentState).optional(),
  grade: list(Grade).optional(),
  context: list(Context).optional(),
  scope: z.string().min(1).max(1024).optional().describe('A scope’s key, in which it was found'),
  identifier: z
    .string()
    .min(1)
    .max(2048)
    .optional()
    .describe('One of its identifiers, as the inventory spells it'),
  hasIdentifier: flag.optional().describe('Whether anything but its address identifies it'),
  sort: z.enum(['name', '-name', 'lastSeenAt', '-lastSeenAt', 'firstSeenAt', '-firstSeenAt']).default('name'),
})

export const listComponents = endpoint({
  ...components,
  path: '/api/v1/components',
  summary: 'Components, filtered and sorted',
  query: ComponentQuery,
  response: page(Component),
})

/** A finding as the ledger has it now, with where and when. */
export const ComponentFinding = z.object({
  scope: Scope,
  scanner: z.string(),
  finding: Finding,
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  open: z.boolean(),
})

/** What a component has to do with another one. `out`: it does that to the other; `in`: the other to it. */
export const ComponentRelation = z.object({
  direction: z.enum(['out', 'in']),
  type: RelationType,
  component: Component.pick({ id: true, systemId: true, kind: true, name: true, supplier: true }),
})
export type ComponentRelation = z.infer<typeof ComponentRelation>

export const ComponentDetail = Component.extend({
  /** The first hundred of each, and how many there are; the lists have the rest. */
  evidence: z.array(ComponentFinding),
  relationships: z.array(ComponentRelation),
  counts: z.object({ evidence: z.int(), relationships: z.int() }),
})

export const getComponent = endpoint({
  ...components,
  path: '/api/v1/components/{id}',
  summary: 'One component with its findings and evidence, and its relationships in both directions',
  params: Id,
  response: ComponentDetail,
  problems: [404],
})

export const listComponentFindings = endpoint({
  ...components,
  path: '/api/v1/components/{id}/findings',
  summary: 'All findings of one component as the ledger has them now',
  params: Id,
  query: PageQuery,
  response: page(ComponentFinding),
  problems: [404],
})

export const listComponentRelationships = endpoint({
  ...components,
  path: '/api/v1/components/{id}/relationships',
  summary: 'What one component has to do with others: first what it does to them, then what they do to it',
  params: Id,
  query: PageQuery,
  response: page(ComponentRelation),
  problems: [404],
})
