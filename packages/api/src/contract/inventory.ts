import {
  AiSystem,
  Component,
  ComponentState,
  Context,
  Coverage,
  Decision,
  Evidence,
  FieldAnswer,
  Finding,
  FindingKind,
  Flag,
  FlagId,
  Grade,
  Instant,
  Model,
  Relationship,
  Scope,
  Supplier,
  SupplierSlug,
  SystemState,
  Unknown,
} from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, list, PageQuery, page } from './common.ts'

const inventory = { tag: 'inventory', access: 'viewer' } as const

/** What a list of systems shows of each. */
export const SystemRow = AiSystem.extend({ name: z.string() })
export type SystemRow = z.infer<typeof SystemRow>

export const SystemQuery = PageQuery.extend({
  search: z.string().max(200).optional(),
  state: list(SystemState.options as ['unregistered', ...('registered' | 'dismissed')[]]).optional(),
  flag: list(FlagId.options as [FlagId, ...FlagId[]]).optional(),
  supplier: SupplierSlug.optional(),
  context: list(Context.options as [Context, ...Context[]]).optional(),
  grade: list(Grade.options as [Grade, ...Grade[]]).optional(),
  sort: z
    .enum(['name', '-name', 'lastSeenAt', '-lastSeenAt', 'firstSeenAt', '-firstSeenAt', 'attention'])
    .default('attention'),
  /** As the inventory was then: what had been reported and decided until that instant. */
  asOf: Instant.optional(),
})

export const listSystems = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/systems',
  summary: 'AI systems, filtered and sorted',
  query: SystemQuery,
  response: page(SystemRow),
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
export const ComponentDetail = Component.extend({ evidence: z.array(ComponentFinding) })

export const SystemDetail = z.object({
  system: SystemRow,
  components: z.array(Component),
  relationships: z.array(Relationship),
  flags: z.array(Flag),
  decisions: z.array(Decision),
  fields: z.record(z.string(), FieldAnswer),
  /** Opaque; send it back as If-Match with a decision, so that two people do not overwrite each other. */
  version: z.string(),
})
export type SystemDetail = z.infer<typeof SystemDetail>

export const getSystem = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/systems/{id}',
  summary: 'One AI system, whole',
  params: Id,
  response: SystemDetail,
  problems: [404],
})

export const listComponents = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/components',
  summary: 'Components, filtered',
  query: PageQuery.extend({
    search: z.string().max(200).optional(),
    system: z.string().optional(),
    supplier: SupplierSlug.optional(),
    model: z.string().optional(),
    kind: list(FindingKind.options as [FindingKind, ...FindingKind[]]).optional(),
    state: list(ComponentState.options as [ComponentState, ...ComponentState[]]).optional(),
    sort: z.enum(['name', '-name', 'lastSeenAt', '-lastSeenAt']).default('name'),
  }),
  response: page(Component),
})

export const getComponent = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/components/{id}',
  summary: 'One component with its findings and evidence',
  params: Id,
  response: ComponentDetail,
  problems: [404],
})

export const listEvidence = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/systems/{id}/evidence',
  summary: 'All evidence of one system, with the component that it speaks of',
  params: Id,
  query: PageQuery,
  response: page(
    z.object({ componentId: z.string(), scopeKey: z.string(), findingKey: z.string(), evidence: Evidence }),
  ),
  problems: [404],
})

export const listSuppliers = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/suppliers',
  summary: 'The supplier register',
  query: PageQuery.extend({
    search: z.string().max(200).optional(),
    sort: z.enum(['name', '-name', '-systemCount', 'systemCount']).default('-systemCount'),
  }),
  response: page(Supplier),
})

export const getSupplier = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/suppliers/{id}',
  summary: 'One supplier and the systems that depend on it',
  params: Id,
  response: z.object({ supplier: Supplier, systems: z.array(SystemRow), flags: z.array(Flag) }),
  problems: [404],
})

export const listModels = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/models',
  summary: 'Models with publisher and hosts',
  query: PageQuery.extend({
    search: z.string().max(200).optional(),
    publisher: SupplierSlug.optional(),
    host: SupplierSlug.optional(),
    sort: z.enum(['id', '-id', '-componentCount', 'retiresOn']).default('-componentCount'),
  }),
  response: page(Model),
})

export const listFlags = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/flags',
  summary: 'Flags raised now',
  query: PageQuery.extend({ id: list(FlagId.options as [FlagId, ...FlagId[]]).optional() }),
  response: page(Flag),
})

export const Overview = z.object({
  systems: z.record(SystemState, z.int()),
  components: z.int(),
  suppliers: z.int(),
  models: z.int(),
  flags: z.partialRecord(FlagId, z.int()),
  scopes: z.record(z.string(), z.int()),
  /** Systems first seen in the last seven days. */
  newThisWeek: z.int(),
  lastScanAt: Instant.nullable(),
})
export type Overview = z.infer<typeof Overview>

export const getOverview = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/overview',
  summary: 'What needs attention now, in numbers',
  response: Overview,
})

export const ScopeRow = z.object({
  scope: Scope,
  scanner: z.string(),
  version: z.string(),
  catalogue: z.string(),
  coverage: Coverage,
  /** The newest look, and the newest look that was complete. */
  lookedAt: Instant,
  completeAt: Instant.nullable(),
  findingCount: z.int(),
  unknowns: z.array(Unknown),
  unknownCount: z.int(),
  /** True while the mass-change brake holds its newest look. */
  held: z.boolean(),
})
export type ScopeRow = z.infer<typeof ScopeRow>

export const listCoverage = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/coverage',
  summary: 'Each scope with what was read of it and what was not',
  query: PageQuery.extend({
    status: z.string().max(40).optional(),
    scanner: z.string().max(64).optional(),
    search: z.string().max(200).optional(),
  }),
  response: page(ScopeRow),
})

export const HistoryRow = z.object({
  at: Instant,
  subject: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  /** `appeared`, `changed`, `missing`, `gone`, `returned`, `decided`, … */
  event: z.string(),
  detail: z.string(),
})

export const listHistory = endpoint({
  ...inventory,
  method: 'get',
  path: '/api/v1/history',
  summary: 'What changed, newest first',
  query: PageQuery.extend({ system: z.string().optional() }),
  response: page(HistoryRow),
})
