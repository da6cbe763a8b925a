import { Coverage, CoverageStatus, Instant, Scope, Unknown } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { flag, list, PageQuery, page, search } from './common.ts'

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

export const CoverageQuery = PageQuery.extend({
  status: list(CoverageStatus).optional(),
  scanner: z.string().max(64).optional(),
  source: z.string().max(512).optional(),
  search: search.optional(),
  hasUnknowns: flag.optional().describe('Whether places in it could not be read'),
  held: flag.optional().describe('Whether the mass-change brake holds its newest look'),
  sort: z.enum(['scope', '-scope', 'lookedAt', '-lookedAt', 'unknowns', '-unknowns']).default('scope'),
})

export const listCoverage = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/coverage',
  summary: 'Each scope with what was read of it and what was not',
  query: CoverageQuery,
  response: page(ScopeRow),
})
