import { CoverageStatus, Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** One scanner's reports of one source: how often they come, and whether the next is late. */
export const SourceRow = z.object({
  source: z.string(),
  scanner: z.string(),
  /** Scopes that were last reported for it. */
  scopes: z.int(),
  scans: z.int(),
  last: z.object({
    scan: z.uuid(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    /** How it ended; null: it has not. */
    status: CoverageStatus.nullable(),
  }),
  /** When a scan of it was last complete. */
  completeAt: Instant.nullable(),
  /** Who reported last: a token by its name, or whoever operates the collector. */
  reporter: z.object({
    name: z.string(),
    token: z.object({ id: z.string(), state: z.enum(['valid', 'expired', 'revoked']) }).nullable(),
  }),
  /** The longest that it usually goes without a scan, in hours; null where too few scans say so. */
  usualHours: z.number().nullable(),
  /** When the next scan is late, one and a half times the usual after the last. */
  dueBy: Instant.nullable(),
  late: z.boolean(),
})
export type SourceRow = z.infer<typeof SourceRow>

export const listSources = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/sources',
  summary: 'What reports: sources by scanner, with the last scan of each and when the next is late',
  response: z.object({
    /** Late ones first, then by name; at most 1,000. */
    rows: z.array(SourceRow),
    total: z.int(),
  }),
})
