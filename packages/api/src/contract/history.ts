import { Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { list, name, PageQuery, page, QueryInstant, words } from './common.ts'

export const HistorySubject = z.enum(['system', 'component', 'supplier', 'flag'])

export const HistoryRow = z.object({
  at: Instant,
  subject: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  /** `appeared`, `changed`, `missing`, `gone`, `returned`, `flagged`, … */
  event: z.string(),
  detail: z.string(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

export const HistoryQuery = PageQuery.extend({
  system: name.optional(),
  subjectType: list(HistorySubject).optional(),
  subject: name.optional(),
  event: words.optional(),
  from: QueryInstant.optional(),
  to: QueryInstant.optional(),
  sort: z.enum(['at', '-at']).default('-at'),
})

export const listHistory = endpoint({
  tag: 'inventory',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/history',
  summary: 'What changed, newest first',
  query: HistoryQuery,
  response: page(HistoryRow),
})
