import { Flag, FlagId, FlagSubject, Instant, SystemState } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { list, PageQuery, page } from './common.ts'

const inventory = { tag: 'inventory', access: 'viewer', method: 'get' } as const

export const FlagQuery = PageQuery.extend({
  id: list(FlagId).optional(),
  subjectType: list(FlagSubject.shape.type).optional(),
  subject: z.string().min(1).max(1024).optional(),
  sort: z.enum(['id', '-id', 'subject', '-subject']).default('id'),
})

export const listFlags = endpoint({
  ...inventory,
  path: '/api/v1/flags',
  summary: 'Flags raised now',
  query: FlagQuery,
  response: page(Flag),
})

export const Overview = z.object({
  systems: z.record(SystemState, z.int()),
  /** In triage now: unregistered, and not snoozed. */
  waiting: z.int(),
  /** Systems of any state of which something is seen now. */
  liveSystems: z.int(),
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
  path: '/api/v1/overview',
  summary: 'What needs attention now, in numbers',
  response: Overview,
})
