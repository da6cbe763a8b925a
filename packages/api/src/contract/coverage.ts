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

/** What narrows a list of scopes, and what they are counted by; several filters narrow it together. */
const ScopeFilter = PageQuery.extend({
  status: list(CoverageStatus).optional(),
  scanner: z.string().max(64).optional(),
  source: z.string().max(512).optional(),
  under: z
    .string()
    .max(1024)
    .optional()
    .describe('Scopes whose key begins with these parts: `aws:111122223333/eu-west-1`'),
  search: search.optional(),
  hasUnknowns: flag.optional().describe('Whether places in it could not be read'),
  held: flag.optional().describe('Whether the mass-change brake holds its newest look'),
  stale: flag
    .optional()
    .describe('Whether its newest look is older than the settings allow before it counts as a gap'),
  missing: z
    .string()
    .max(256)
    .optional()
    .describe('A permission that was missing when it was last looked at'),
})

export const CoverageQuery = ScopeFilter.extend({
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

const GroupTotals = z.object({
  scopes: z.int(),
  statuses: z.partialRecord(CoverageStatus, z.int()),
  /** Scopes with a place that could not be read, that are held, and that nobody looked at for too long. */
  withUnknowns: z.int(),
  held: z.int(),
  stale: z.int(),
  /** Scopes that were never read whole though there is something to read; and the oldest last complete look of all. */
  neverComplete: z.int(),
  completeAt: Instant.nullable(),
})

export const CoverageGroup = GroupTotals.extend({
  source: z.string(),
  scanner: z.string(),
  /** What the keys of its scopes begin with; null: all of this source. */
  under: z.string().nullable(),
  /** The last part of `under`, else the source. */
  name: z.string(),
  /** Whether it is one scope and no more: its key is `under`. */
  single: z.boolean(),
})
export type CoverageGroup = z.infer<typeof CoverageGroup>

export const listCoverageGroups = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/coverage/groups',
  summary: 'Scopes counted by source and scanner, or also by the part of their keys that follows `under`',
  query: ScopeFilter.extend({ by: z.enum(['source', 'part']).default('source') }),
  response: page(CoverageGroup).extend({ all: GroupTotals }),
})

export const MissingPermission = z.object({
  scanner: z.string(),
  source: z.string(),
  /** By the provider's name: `sagemaker:ListEndpoints`. */
  permission: z.string(),
  /** Scopes that could not be read for want of it, and resource types in them. */
  scopes: z.int(),
  types: z.array(z.string()),
  /** What a scanner said of one of them. */
  detail: z.string().nullable(),
})
export type MissingPermission = z.infer<typeof MissingPermission>

export const listMissingPermissions = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/coverage/permissions',
  summary:
    'Permissions whose want left something unread in the newest looks, the most missed first; at most 500',
  query: z.object({
    scanner: z.string().max(64).optional(),
    source: z.string().max(512).optional(),
    under: ScopeFilter.shape.under,
  }),
  response: z.object({ rows: z.array(MissingPermission) }),
})
