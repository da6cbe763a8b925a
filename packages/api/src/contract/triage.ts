import { Decision, DecisionBody, RuleMatch, StandingRule, SupplierSlug } from '@ai-census/schema'
import { z } from 'zod'
import { type Access, endpoint } from '../endpoint.ts'
import { flag, list, name, PageQuery, page, QueryInstant } from './common.ts'
import { LoggedDecision } from './logged-decision.ts'
import { SystemDetail, SystemFilter, SystemRow } from './systems.ts'

const triage = { tag: 'triage', access: 'viewer', method: 'get' } as const

/** With its version, so that many can be decided on at once as they were seen in the list. */
export const QueueRow = SystemRow.extend({ version: z.string() })
export type QueueRow = z.infer<typeof QueueRow>

export const listQueue = endpoint({
  ...triage,
  path: '/api/v1/triage',
  summary: 'Discovered systems that nobody registered or dismissed, most consequential first',
  /** Without `snoozed`, those that a person let wait are left out. */
  query: SystemFilter,
  response: page(QueueRow),
})

/** Two systems that may be one, and why. A person merges them or leaves them. */
export const Proposal = z.object({ systems: z.tuple([SystemRow, SystemRow]), reasons: z.array(z.string()) })
export type Proposal = z.infer<typeof Proposal>

export const listProposals = endpoint({
  ...triage,
  path: '/api/v1/proposals',
  summary: 'Systems that may be one, with the signs for it',
  query: PageQuery.extend({ system: name.optional() }),
  response: page(Proposal),
})

export const RuleRow = StandingRule.extend({
  /** How many systems count as dismissed by it now. */
  systems: z.int(),
})
export type RuleRow = z.infer<typeof RuleRow>

export const listRules = endpoint({
  ...triage,
  path: '/api/v1/triage-rules',
  summary: 'The rules by which systems are dismissed; the decisions `set-rule` and `remove-rule` change them',
  /** In the order in which they are asked: the first that matches a system dismisses it. At most 200. */
  response: z.object({ rules: z.array(RuleRow) }),
})

export const RulePreview = z.object({
  /** Systems in triage that it would dismiss now, at most 100. */
  rows: z.array(SystemRow),
  total: z.int(),
  capped: z.boolean().describe('True: not all that waits was looked at, and more may match'),
})
export type RulePreview = z.infer<typeof RulePreview>

export const previewRule = endpoint({
  ...triage,
  method: 'post',
  path: '/api/v1/triage-rules/preview',
  summary: 'What a rule would dismiss, and nothing is written',
  body: z.object({ match: RuleMatch }),
  example: { body: { match: { path: 'tests/*', contexts: ['test'] } } },
  response: RulePreview,
})

export type DecisionType = DecisionBody['type']

/** Who may take which decision. */
export const decisionAccess = {
  register: 'governance',
  'set-fields': 'governance',
  rate: 'governance',
  dismiss: 'governance',
  restore: 'governance',
  attach: 'governance',
  merge: 'governance',
  split: 'governance',
  revoke: 'governance',
  'not-duplicates': 'governance',
  'confirm-presence': 'governance',
  'release-look': 'governance',
  'review-supplier': 'governance',
  assign: 'governance',
  snooze: 'governance',
  configure: 'admin',
  'set-rule': 'governance',
  'remove-rule': 'governance',
} as const satisfies Record<DecisionType, Access>

/** A decision as a caller files it; the server adds sequence, time, author and hashes. */
export const NewDecision = z.object({
  body: DecisionBody,
  /** Makes a retry safe: the same id is one decision. */
  requestId: z.uuid().optional(),
  /** The version of the system, of the supplier or of the settings that the person saw; a newer one is refused with 412. */
  ifVersion: z.string().max(256).optional(),
  /** Likewise for every system that the person looked at when deciding, by its id: both of a merge, both of an attach. */
  ifVersions: z.record(z.string().max(256), z.string().max(256)).optional(),
})
export type NewDecision = z.infer<typeof NewDecision>

export const recordDecision = endpoint({
  tag: 'decisions',
  access: 'governance',
  method: 'post',
  path: '/api/v1/decisions',
  summary: 'Append a decision and bring the inventory up to date with it',
  body: NewDecision,
  example: {
    body: {
      body: { type: 'dismiss', system: 'sys_4c1b', reason: 'A demonstration that nobody uses' },
      requestId: 'b6c1f0de-6c39-4a6e-8f0b-1f6f0d5f3c11',
      ifVersion: '9b1f0c2d',
    },
  },
  status: 201,
  response: z.object({ decision: Decision, system: SystemDetail.nullable() }),
  problems: [404, 409, 412],
})

export const DecisionBatch = z.object({ decisions: z.array(NewDecision).min(1).max(1000) })

/** A system that a batch speaks of; a name only where it is in the inventory already. */
export const TouchedSystem = z.object({ id: z.string(), name: z.string().nullable() })
export type TouchedSystem = z.infer<typeof TouchedSystem>

export const BatchAnswer = z.object({
  /** As they stand in the log; with `dryRun`, as they would. */
  decisions: z.array(Decision),
  touched: z.array(TouchedSystem),
  dryRun: z.boolean(),
})
export type BatchAnswer = z.infer<typeof BatchAnswer>

export const recordDecisions = endpoint({
  tag: 'decisions',
  access: 'governance',
  method: 'post',
  path: '/api/v1/decisions/batch',
  summary: 'Append many decisions, all or none; with `dryRun`, see what they would touch and write nothing',
  query: z.object({ dryRun: flag.optional() }),
  body: DecisionBatch,
  bodyMiB: { sent: 16, decompressed: 16 },
  example: {
    body: {
      decisions: [
        { body: { type: 'assign', system: 'sys_4c1b', assignee: 'ada@example.org' } },
        { body: { type: 'snooze', system: 'sys_77aa', until: '2027-03-01', reason: 'Waits for the pilot' } },
      ],
    },
  },
  status: 201,
  response: BatchAnswer,
  problems: [404, 409, 412],
})

const decisionTypes = z.enum(Object.keys(decisionAccess) as [DecisionType, ...DecisionType[]]) // the keys of a constant table are its type

export const DecisionQuery = PageQuery.extend({
  system: name.optional(),
  type: list(decisionTypes).optional(),
  supplier: SupplierSlug.optional().describe('Reviews of this supplier, and what took them back'),
  author: name.optional(),
  from: QueryInstant.optional(),
  to: QueryInstant.optional(),
  sort: z.enum(['sequence', '-sequence']).default('-sequence'),
})

export const listDecisions = endpoint({
  tag: 'decisions',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/decisions',
  summary: 'The decision log, newest first',
  query: DecisionQuery,
  response: page(LoggedDecision),
})
