import { AuditHead, Evidence, FindingRef, Instant, SupplierSlug } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, PageQuery, page } from './common.ts'

const audit = { tag: 'audit', access: 'auditor' } as const

export const verifyLog = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/log',
  summary: 'Verify the hash chain of the decision log, against an earlier head when one is given',
  query: z.object({ head: z.string().max(128).optional() }),
  response: z.object({
    ok: z.boolean(),
    length: z.int(),
    head: z.string(),
    /** The first hundred, as sentences. */
    faults: z.array(z.string()),
    faultCount: z.int(),
  }),
})

export const getAuditHead = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/head',
  summary: 'Where log and ledger end now, to be noted elsewhere and compared later',
  response: AuditHead,
})

export const exportDecisionLog = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/decisions',
  summary:
    'The decision log as NDJSON in canonical form, oldest first; `x-row-count` says how many lines come',
  media: 'application/x-ndjson',
  response: z.string(),
})

export const exportLedger = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/ledger',
  summary: 'One line for every look and decision, oldest first, each with the digests of what it brought',
  query: z.object({ until: z.coerce.number().int().min(0).optional() }),
  media: 'application/x-ndjson',
  response: z.string(),
})

/** What is drawn from: things of the inventory, to be traced to their evidence; or of the ledger, to the inventory. */
export const SamplePopulation = z.enum(['systems', 'components', 'findings', 'scopes'])
export type SamplePopulation = z.infer<typeof SamplePopulation>

export const NewSample = z.object({
  population: SamplePopulation,
  /** How many to draw; else as many as it takes to bound the share of errors. */
  size: z.int().min(1).max(5000).optional(),
  /** If none of the drawn is wrong, at most this share of the population is. Default 0.05. */
  tolerableShare: z.number().gt(0).lt(1).optional(),
  /** Default 0.95. */
  confidence: z.number().gt(0.5).lt(1).optional(),
  /** Anything that the auditor notes before; made when absent. */
  seed: z.string().trim().min(1).max(200).optional(),
  /** Draws from the inventory as it was then. Default: now. */
  asOf: Instant.optional(),
  filters: z
    .object({
      /** Of systems or components: their state. Of scopes: the status of their coverage. */
      state: z.array(z.string().max(40)).max(20).optional(),
      supplier: SupplierSlug.optional(),
      /** Of findings and scopes. */
      scanner: z.string().max(64).optional(),
    })
    .optional(),
  stratifyBy: z.enum(['supplier', 'state', 'scanner']).optional(),
})
export type NewSample = z.infer<typeof NewSample>

/** What there is to look at for one piece of evidence. */
export const SampleEvidence = FindingRef.extend({ scanner: z.string(), evidence: Evidence })

/** What an auditor checks for one row, as it was when it was drawn. */
export const SampleTask = z.object({
  title: z.string(),
  /** What to do, in a sentence. */
  check: z.string(),
  /** Where the dashboard shows it; null where it is not in the inventory. */
  page: z.string().nullable(),
  /** Where a person can open the place itself. */
  url: z.string().nullable(),
  /** What the inventory says of it. */
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  evidence: z.array(SampleEvidence),
  evidenceCount: z.int(),
})
export type SampleTask = z.infer<typeof SampleTask>

export const SampleConclusion = z.object({
  result: z.enum(['ok', 'error']),
  note: z.string(),
  author: z.string(),
  at: Instant,
})

export const SampleRow = z.object({
  /** In the order in which they were drawn, from 1. */
  ordinal: z.int(),
  name: z.string(),
  stratum: z.string().nullable(),
  task: SampleTask,
  /** The last one counts; those before stay. */
  conclusions: z.array(SampleConclusion),
})

/** What the conclusions so far say of the whole population. */
export const SampleResult = z.object({
  concluded: z.int(),
  pending: z.int(),
  errors: z.int(),
  /** How many in the population may be wrong at most; null while rows are pending. */
  mostErrors: z.int().nullable(),
  mostErrorsShare: z.number().nullable(),
  sentence: z.string(),
})

export const SampleSummary = z.object({
  id: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  population: SamplePopulation,
  filters: NewSample.shape.filters.unwrap(),
  stratifyBy: z.string().nullable(),
  /** The inventory that was drawn from: as of when, and the ledger's position then. */
  at: Instant,
  position: z.int(),
  seed: z.string(),
  /** How it was drawn, for whoever draws it again by other means. */
  method: z.string(),
  confidence: z.number(),
  tolerableShare: z.number().nullable(),
  populationSize: z.int(),
  /** SHA-256 over the sorted names of the population. */
  populationHash: z.string(),
  drawn: z.int(),
  strata: z.array(z.object({ name: z.string(), population: z.int(), drawn: z.int() })).nullable(),
  result: SampleResult,
})
export type SampleSummary = z.infer<typeof SampleSummary>
export const Sample = SampleSummary.extend({ rows: z.array(SampleRow) })
export type Sample = z.infer<typeof Sample>

export const drawSample = endpoint({
  ...audit,
  method: 'post',
  path: '/api/v1/audit/samples',
  summary: 'Draw a sample that anybody with its seed draws again, and keep it',
  body: NewSample,
  example: { body: { population: 'systems', size: 25 } },
  status: 201,
  response: Sample,
})

export const listSamples = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/samples',
  summary: 'Samples that were drawn, newest first',
  query: PageQuery,
  response: page(SampleSummary),
})

export const getSample = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/samples/{id}',
  summary: 'One sample with its rows and conclusions',
  params: Id,
  response: Sample,
  problems: [404],
})

export const redrawSample = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/samples/{id}/redrawn',
  summary: 'Draw the same sample again from what the database holds now, and compare',
  params: Id,
  response: z.object({
    same: z.boolean(),
    populationSize: z.int(),
    populationHash: z.string(),
    drawn: z.array(z.string()),
    /** What differs, in sentences; empty where nothing does. */
    differences: z.array(z.string()),
  }),
  problems: [404],
})

export const concludeSampleRow = endpoint({
  ...audit,
  method: 'post',
  path: '/api/v1/audit/samples/{id}/rows/{ordinal}/conclusions',
  summary: 'Say what was found of one row; a later conclusion counts instead of the one before',
  params: Id.extend({ ordinal: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z
    .object({ result: z.enum(['ok', 'error']), note: z.string().trim().max(2000).default('') })
    .refine(({ result, note }) => result === 'ok' || note.length >= 3, {
      path: ['note'],
      message: 'an error needs a note that says what is wrong',
    }),
  example: { body: { result: 'ok', note: 'Seen at the commit that the evidence names.' } },
  status: 201,
  response: SampleSummary,
  problems: [404],
})

export const Completeness = z.object({
  of: z.enum(['systems', 'components', 'suppliers']),
  by: z.enum(['place', 'source', 'scanner']),
  at: Instant,
  /** What each source found on its own, most first. */
  sources: z.array(z.object({ name: z.string(), found: z.int() })),
  observed: z.int(),
  /** Why there is no estimate; null where there is one. */
  refusal: z.string().nullable(),
  method: z.enum(['chapman', 'chao']).nullable(),
  estimate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Share of the estimated whole that was found. */
  completeness: z.number().nullable(),
  /** How many were found by exactly one source, by exactly two, … */
  foundByExactly: z.array(z.int()),
  assumptions: z.array(z.string()),
  warnings: z.array(z.string()),
})

export const getCompleteness = endpoint({
  ...audit,
  access: 'viewer',
  method: 'get',
  path: '/api/v1/audit/completeness',
  summary: 'How much of what there is was found, by capture and recapture over independent sources',
  query: z.object({
    of: Completeness.shape.of.default('systems'),
    by: Completeness.shape.by.default('place'),
    /** Comma-separated sources to leave out, because they are not independent of the others. */
    without: z.string().max(2000).optional(),
  }),
  response: Completeness,
})

export const exportEvidencePack = endpoint({
  ...audit,
  method: 'get',
  path: '/api/v1/audit/evidence-pack',
  summary: 'Inventory, decisions, flags, coverage and head in one ZIP, with a manifest of SHA-256 digests',
  query: z.object({ asOf: Instant.optional() }),
  media: 'application/zip',
  response: z.string(),
})
