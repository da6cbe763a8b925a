import { Decision, DecisionBody } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { PageQuery, page } from './common.ts'
import { SystemDetail, SystemRow } from './inventory.ts'

export const listQueue = endpoint({
  tag: 'triage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/triage',
  summary: 'Discovered systems that nobody registered or dismissed, most consequential first',
  query: PageQuery.extend({ search: z.string().max(200).optional() }),
  response: page(SystemRow),
})

/** Two systems that may be one, and why. A person merges them or leaves them. */
export const Proposal = z.object({ systems: z.tuple([SystemRow, SystemRow]), reasons: z.array(z.string()) })
export type Proposal = z.infer<typeof Proposal>

export const listProposals = endpoint({
  tag: 'triage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/proposals',
  summary: 'Systems that may be one, with the signs for it',
  query: PageQuery,
  response: page(Proposal),
})

/** A decision as a caller files it; the server adds sequence, time, author and hashes. */
export const NewDecision = z.object({
  body: DecisionBody,
  /** Makes a retry safe: the same id is one decision. */
  requestId: z.uuid().optional(),
  /** The version of the system that the person saw; a newer one is refused with 412. */
  ifVersion: z.string().optional(),
})
export type NewDecision = z.infer<typeof NewDecision>

export const recordDecision = endpoint({
  tag: 'triage',
  access: 'governance',
  method: 'post',
  path: '/api/v1/decisions',
  summary: 'Append a decision and bring the inventory up to date with it',
  body: NewDecision,
  status: 201,
  response: z.object({ decision: Decision, system: SystemDetail.nullable() }),
  problems: [404, 409, 412],
})

export const listDecisions = endpoint({
  tag: 'triage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/decisions',
  summary: 'The decision log, newest first',
  query: PageQuery.extend({ system: z.string().optional() }),
  response: page(Decision),
})
