import { Coverage, CoverageStatus, Instant, ReportLine, ScannerId, ScanReport } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { flag, list, PageQuery, page, QueryInstant } from './common.ts'
import { ScopeRow } from './coverage.ts'

const scanner = { tag: 'ingest', access: 'scanner' } as const
const ScanParams = z.object({ scan: z.uuid() })

export const ScanStart = z.object({
  scanner: ScannerId,
  version: z.string().max(64),
  catalogue: z.string().max(128),
  /** The configured place, e.g. `github:acme`; a token bound to sources may only name those. */
  source: z.string().min(1).max(512),
  startedAt: Instant,
})

/** Starting the same scan again is answered like the first time. */
export const startScan = endpoint({
  ...scanner,
  method: 'put',
  path: '/api/v1/scans/{scan}',
  summary: 'Start a scan (the caller chooses the id)',
  params: ScanParams,
  body: ScanStart,
  example: {
    body: {
      scanner: 'code',
      version: '1.0.0',
      catalogue: 'c1',
      source: 'github:acme',
      startedAt: '2026-11-23T08:00:00.000Z',
    },
  },
  response: z.object({ scan: z.uuid() }),
  problems: [409],
})

export const ReportChange = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  missing: z.int(),
  gone: z.int(),
  returned: z.int(),
  /** The mass-change brake holds this look until a person confirms it. */
  held: z.boolean(),
  /** The keys of each, at most 100. */
  addedKeys: z.array(z.string()),
  changedKeys: z.array(z.string()),
  missingKeys: z.array(z.string()),
  goneKeys: z.array(z.string()),
  returnedKeys: z.array(z.string()),
})
export type ReportChange = z.infer<typeof ReportChange>

export const putReport = endpoint({
  ...scanner,
  method: 'put',
  path: '/api/v1/scans/{scan}/report',
  summary:
    'Put one scope’s report, as JSON or of any size as NDJSON; idempotent by scan and scope, so safe to retry',
  params: ScanParams,
  body: ScanReport,
  example: {
    body: {
      scanner: 'code',
      version: '1.0.0',
      catalogue: 'c1',
      scope: { key: 'git:github.com/acme/shop', title: 'acme/shop' },
      startedAt: '2026-11-23T08:00:00.000Z',
      finishedAt: '2026-11-23T08:01:00.000Z',
      coverage: { status: 'complete' },
      findings: [],
      unknowns: [],
    },
  },
  lines: ReportLine,
  response: z.object({ digest: z.string(), repeated: z.boolean(), change: ReportChange }),
  problems: [404, 409],
})

export const confirmScopes = endpoint({
  ...scanner,
  method: 'post',
  path: '/api/v1/scans/{scan}/confirm',
  summary: 'Confirm scopes whose report digest has not changed; answers which ones must be sent whole',
  params: ScanParams,
  body: z.object({
    scopes: z
      .array(z.object({ key: z.string().max(1024), digest: z.string().max(128), at: Instant }))
      .max(10_000),
  }),
  bodyMiB: { sent: 16, decompressed: 16 },
  example: {
    body: {
      scopes: [{ key: 'git:github.com/acme/shop', digest: '9f2c', at: '2026-11-23T08:01:00.000Z' }],
    },
    response: { confirmed: ['git:github.com/acme/shop'], needed: [] },
  },
  response: z.object({ confirmed: z.array(z.string()), needed: z.array(z.string()) }),
  problems: [404],
})

export const finishScan = endpoint({
  ...scanner,
  method: 'post',
  path: '/api/v1/scans/{scan}/finish',
  summary: 'Finish a scan',
  params: ScanParams,
  body: z.object({ finishedAt: Instant, coverage: Coverage }),
  example: { body: { finishedAt: '2026-11-23T08:05:00.000Z', coverage: { status: 'complete' } } },
  response: z.object({ scan: z.uuid(), reports: z.int() }),
  problems: [404, 409],
})

export const UnregisteredSystem = z.object({
  system: z.string(),
  name: z.string(),
  /** The finding of this scan that the system is known by. */
  scope: z.string(),
  key: z.string(),
})

/** For a pipeline that must not go on with an AI system that nobody has registered. */
export const listUnregistered = endpoint({
  ...scanner,
  method: 'get',
  path: '/api/v1/scans/{scan}/unregistered',
  summary: 'Systems in the scopes of a scan that nobody has registered, at most 1,000',
  params: ScanParams,
  response: z.object({ systems: z.array(UnregisteredSystem) }),
  problems: [404],
})

/** The deployment's key for secret fingerprints, base64; scanners keep it in memory only. */
export const getFingerprintKey = endpoint({
  ...scanner,
  method: 'get',
  path: '/api/v1/fingerprint-key',
  summary: 'The key under which scanners fingerprint secrets',
  response: z.object({ key: z.string() }),
})

/** What a scan changed: the sums of its looks. */
export const ScanChange = ReportChange.pick({
  added: true,
  changed: true,
  missing: true,
  gone: true,
  returned: true,
}).extend({
  /** Looks that the mass-change brake holds. */
  held: z.int(),
})
export type ScanChange = z.infer<typeof ScanChange>

export const ScanRow = z.object({
  id: z.uuid(),
  scanner: z.string(),
  version: z.string(),
  source: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  reports: z.int(),
  coverage: Coverage.nullable(),
  change: ScanChange,
  /** Of a scan that has not finished: when its newest report came, and how many the one before it had. */
  heardAt: Instant.nullable(),
  expected: z.int().nullable(),
})

/** How it ended, or that it has not. */
export const ScanStatus = z.enum(['running', ...CoverageStatus.options])

export const ScanQuery = PageQuery.extend({
  scanner: z.string().max(64).optional(),
  source: z.string().max(512).optional(),
  status: list(ScanStatus).optional(),
  from: QueryInstant.optional().describe('Started then or later'),
  to: QueryInstant.optional().describe('Started then or before'),
  sort: z.enum(['startedAt', '-startedAt']).default('-startedAt'),
})

export const listScans = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/scans',
  summary: 'Scans, newest first',
  query: ScanQuery,
  response: page(ScanRow),
})

export const getScan = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/scans/{scan}',
  summary: 'One scan, with its first scopes and how many there are of each status',
  params: ScanParams,
  response: z.object({
    scan: ScanRow,
    /** The first hundred; the list of scopes has the rest. */
    scopes: z.array(ScopeRow),
    statuses: z.partialRecord(CoverageStatus, z.int()),
  }),
  problems: [404],
})

export const ScanScope = ScopeRow.extend({
  change: ScanChange,
  /** How the newest look at it ended, where that is another scan's. */
  since: z.object({ status: CoverageStatus, at: Instant, scan: z.uuid() }).nullable(),
})
export type ScanScope = z.infer<typeof ScanScope>

export const listScanScopes = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/scans/{scan}/scopes',
  summary: 'The scopes of one scan, as that scan saw them, with what it changed in each',
  params: ScanParams,
  query: PageQuery.extend({
    status: list(CoverageStatus).optional(),
    changed: flag.optional().describe('Whether the scan changed anything there'),
  }),
  response: page(ScanScope),
  problems: [404],
})

export const FoundChange = z.enum(['added', 'changed', 'missing', 'gone', 'returned'])

export const ScanFinding = z.object({
  scope: z.string(),
  scopeTitle: z.string(),
  key: z.string(),
  change: FoundChange,
  /** What it is a part of now; null where the inventory does not have it, or not yet. */
  component: z.object({ id: z.string(), name: z.string() }).nullable(),
  system: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type ScanFinding = z.infer<typeof ScanFinding>

/** Of each scope the first hundred of each kind, as its report was answered. */
export const listScanFindings = endpoint({
  tag: 'coverage',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/scans/{scan}/changes',
  summary:
    'What one scan found new, changed, missing, gone or returned, with where it stands in the inventory',
  params: ScanParams,
  query: PageQuery.extend({ change: list(FoundChange).optional() }),
  response: page(ScanFinding),
  problems: [404],
})
