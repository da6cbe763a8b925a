import { Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { list, PageQuery, page } from './common.ts'

const history = { tag: 'history', access: 'viewer', method: 'get' } as const

export const StateSubject = z.enum(['system', 'component', 'supplier', 'model', 'relationship', 'flag'])
export type StateSubject = z.infer<typeof StateSubject>

const Body = z.record(z.string(), z.unknown())

export const DifferenceRow = z.object({
  subjectType: StateSubject,
  subjectId: z.string(),
  name: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  /** Which of its properties differ; empty where it came or went. */
  properties: z.array(z.string()),
  before: Body.nullable(),
  after: Body.nullable(),
})
export type DifferenceRow = z.infer<typeof DifferenceRow>

const counts = z.object({ added: z.int(), removed: z.int(), changed: z.int() })

export const getDifference = endpoint({
  ...history,
  path: '/api/v1/inventory/diff',
  summary: 'What came, went and changed between two instants; when a thing was last seen is no change',
  query: PageQuery.extend({
    from: Instant,
    to: Instant,
    /** Which rows to give; the counts are always of all. Default: systems, components, suppliers and models. */
    type: list(StateSubject).default(['system', 'component', 'supplier', 'model']),
    change: list(z.enum(['added', 'removed', 'changed'])).optional(),
  }),
  response: page(DifferenceRow).extend({
    from: Instant,
    to: Instant,
    counts: z.record(StateSubject, counts),
  }),
})

/** A stretch of time during which one thing was the same. */
export const StateRow = z.object({
  from: Instant,
  /** Null: still. */
  to: Instant.nullable(),
  /** The reconciliation that brought it. */
  run: z.int(),
  /** What differs from the state before; empty for the first, and after a time without any. */
  properties: z.array(z.string()),
  body: Body,
})

export const listStates = endpoint({
  ...history,
  path: '/api/v1/history/states',
  summary: 'Every state that one thing was ever in, newest first',
  query: PageQuery.extend({ subjectType: StateSubject, subjectId: z.string().min(1).max(4096) }),
  response: page(StateRow),
})

/** How many systems were in each state when the day ended (UTC); of today, how many there are now. */
export const TrendDay = z.object({
  day: z.iso.date(),
  unregistered: z.int(),
  registered: z.int(),
  dismissed: z.int(),
})
export type TrendDay = z.infer<typeof TrendDay>

export const getTrend = endpoint({
  ...history,
  path: '/api/v1/history/trend',
  summary: 'How many systems were in each state, day by day',
  query: z.object({ days: z.coerce.number().int().min(2).max(400).default(90) }),
  response: z.object({
    /** Oldest first, without a gap; begins with the first day that anything was known. */
    days: z.array(TrendDay),
  }),
})
