import {
  AiSystem,
  Component,
  Context,
  Decision,
  Evidence,
  FieldAnswer,
  Flag,
  FlagId,
  Grade,
  LifecycleStage,
  Relationship,
  SupplierSlug,
  SystemFields,
  SystemState,
  UserImpact,
} from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { flag, Id, list, name, PageQuery, page, person, QueryInstant, search, words } from './common.ts'
import { HistoryQuery, HistoryRow } from './history.ts'
import { LoggedDecision } from './logged-decision.ts'

const systems = { tag: 'systems', access: 'viewer', method: 'get' } as const

/** What a list of systems shows of each. */
export const SystemRow = AiSystem.extend({ name: z.string() })
export type SystemRow = z.infer<typeof SystemRow>

/** A closed field's answers, and `none` for those without one. */
const answers = <T extends Readonly<Record<string, string>>>(values: z.ZodEnum<T>) =>
  list(z.enum({ ...values.enum, none: 'none' }))

/** What narrows a list of systems; several filters narrow it together. */
export const SystemFilter = PageQuery.extend({
  search: search.optional(),
  flag: list(FlagId).optional(),
  supplier: SupplierSlug.optional(),
  model: name.optional(),
  context: list(Context).optional(),
  grade: list(Grade).optional(),
  risk: words.optional().describe('Levels of the internal scale; `none`: without a level'),
  userImpact: answers(UserImpact).optional().describe('Whom its output reaches; `none`: not answered'),
  lifecycle: answers(LifecycleStage).optional().describe('Where it is in its life; `none`: not answered'),
  source: z
    .string()
    .min(1)
    .max(512)
    .optional()
    .describe('A source’s name: something of it was found there. Not with asOf'),
  reviewBefore: z.iso.date().optional().describe('Its next review is before that day'),
  owner: person.optional().describe('Who owns it, for its purpose or for its running; `none`: nobody does'),
  businessOwner: person.optional(),
  technicalOwner: person.optional(),
  assignee: person.optional(),
  snoozed: flag.optional().describe('Whether a person let it wait and the day has not come'),
  rule: name.optional().describe('Dismissed by this rule'),
  live: flag.optional().describe('Whether anything of it is seen now'),
  firstSeenAfter: QueryInstant.optional(),
  firstSeenBefore: QueryInstant.optional(),
})

export const SystemQuery = SystemFilter.extend({
  state: list(SystemState).optional(),
  sort: z
    .enum([
      'name',
      '-name',
      'lastSeenAt',
      '-lastSeenAt',
      'firstSeenAt',
      '-firstSeenAt',
      'risk',
      '-risk',
      'attention',
    ])
    .default('attention'),
  asOf: QueryInstant.optional().describe(
    'As the inventory was then: what it had made by that instant of what was reported and decided. Not with a sort by lastSeenAt',
  ),
})

/** What a table of systems has columns for: each field, and what the inventory itself knows. */
export const SystemColumn = z.enum([
  'id',
  'state',
  ...SystemFields.keyof().options,
  'suppliers',
  'models',
  'componentCount',
  'grade',
  'contexts',
  'flags',
  'groupKey',
  'live',
  'firstSeenAt',
  'lastSeenAt',
  'assignee',
])
export type SystemColumn = z.infer<typeof SystemColumn>

export const exportSystems = endpoint({
  ...systems,
  path: '/api/v1/systems.csv',
  summary: 'The rows of a list of systems as a table for spreadsheets, all of them, in the order of the list',
  query: SystemQuery.omit({ cursor: true, limit: true }).extend({
    columns: list(SystemColumn).optional().describe('Which columns, in this order; without it, all'),
  }),
  media: 'text/csv',
  response: z.string(),
})

export const listSystems = endpoint({
  ...systems,
  path: '/api/v1/systems',
  summary: 'AI systems, filtered and sorted',
  query: SystemQuery,
  response: page(SystemRow),
})

export const SystemDetail = z.object({
  system: SystemRow,
  /** The first hundred of each, and how many there are; the lists have the rest. Of decisions, the newest. */
  components: z.array(Component),
  relationships: z.array(Relationship),
  decisions: z.array(Decision),
  counts: z.object({ components: z.int(), relationships: z.int(), decisions: z.int() }),
  flags: z.array(Flag),
  fields: z.record(z.string(), FieldAnswer),
  /** Opaque; send it back as If-Match with a decision, so that two people do not overwrite each other. */
  version: z.string(),
})
export type SystemDetail = z.infer<typeof SystemDetail>

export const getSystem = endpoint({
  ...systems,
  path: '/api/v1/systems/{id}',
  summary: 'One AI system with the first of what belongs to it',
  params: Id,
  response: SystemDetail,
  problems: [404],
})

export const listSystemRelationships = endpoint({
  ...systems,
  path: '/api/v1/systems/{id}/relationships',
  summary: 'What the components of one system have to do with others and each other',
  params: Id,
  query: PageQuery,
  response: page(Relationship),
  problems: [404],
})

export const EvidenceRow = z.object({
  componentId: z.string(),
  scopeKey: z.string(),
  findingKey: z.string(),
  evidence: Evidence,
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

export const listEvidence = endpoint({
  ...systems,
  path: '/api/v1/systems/{id}/evidence',
  summary: 'All evidence of one system, with the component that it speaks of',
  params: Id,
  query: PageQuery.extend({ component: name.optional() }),
  response: page(EvidenceRow),
  problems: [404],
})

export const listSystemHistory = endpoint({
  ...systems,
  path: '/api/v1/systems/{id}/history',
  summary: 'What changed about one system and its components, newest first',
  params: Id,
  query: HistoryQuery.omit({ system: true }),
  response: page(HistoryRow),
  problems: [404],
})

export const listSystemDecisions = endpoint({
  ...systems,
  path: '/api/v1/systems/{id}/decisions',
  summary: 'What people decided about one system, newest first',
  params: Id,
  query: PageQuery,
  response: page(LoggedDecision),
  problems: [404],
})
