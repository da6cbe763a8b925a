import {
  ColumnMapping,
  ImportMapping,
  Instant,
  PlannedRow,
  RowChoice,
  RowOutcome,
  SheetDuplicate,
} from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Empty, list, PageQuery, page } from './common.ts'

const registerImport = { tag: 'register import', access: 'governance' } as const
const ImportId = z.object({ id: z.uuid() })

export const MOST_REGISTER_BYTES = 16 * 1024 * 1024

/** A register that an organisation brought: a draft until it is confirmed, then kept with what became of each row. */
export const RegisterImport = z.object({
  id: z.uuid(),
  state: z.enum(['draft', 'confirmed']),
  file: z.object({
    name: z.string(),
    format: z.enum(['csv', 'xlsx']),
    bytes: z.int(),
    /** SHA-256. */
    digest: z.string(),
  }),
  /** The sheet that was read; null in a text file. */
  sheet: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  /** What was assumed or left out while reading. */
  notes: z.array(z.string()),
  /** Rows below the header. */
  rowCount: z.int(),
  /** What a person said about how it is to be read. */
  mapping: ImportMapping,
  headerRow: z.int(),
  headerReason: z.string(),
  columns: z.array(ColumnMapping),
  /** Names in the mapping that no column has. */
  unknownColumns: z.array(z.string()),
  createdAt: Instant,
  createdBy: z.string(),
  confirmedAt: Instant.nullable(),
  confirmedBy: z.string().nullable(),
  /** The decisions that confirming wrote, by their numbers in the log. */
  decisions: z.object({ count: z.int(), first: z.int().nullable(), last: z.int().nullable() }).nullable(),
})
export type RegisterImport = z.infer<typeof RegisterImport>

/** The file is the body. It is read and kept as a draft; nothing in the inventory changes. */
export const uploadRegister = endpoint({
  ...registerImport,
  method: 'post',
  path: '/api/v1/register-imports',
  summary: 'Bring an AI register (CSV or XLSX); answers how its columns are understood',
  query: z.object({
    fileName: z.string().trim().min(1).max(255),
    /** Of a workbook; without it the one that looks most like a register. */
    sheet: z.string().max(255).optional(),
  }),
  upload: { mostBytes: MOST_REGISTER_BYTES },
  status: 201,
  response: RegisterImport,
})

export const listRegisterImports = endpoint({
  ...registerImport,
  method: 'get',
  path: '/api/v1/register-imports',
  summary: 'Registers that were brought, newest first',
  query: PageQuery,
  response: page(RegisterImport),
})

export const getRegisterImport = endpoint({
  ...registerImport,
  method: 'get',
  path: '/api/v1/register-imports/{id}',
  summary: 'One import',
  params: ImportId,
  response: RegisterImport,
  problems: [404],
})

/** What is not said is guessed as before; the earlier mapping is replaced. */
export const putImportMapping = endpoint({
  ...registerImport,
  method: 'put',
  path: '/api/v1/register-imports/{id}/mapping',
  summary: 'Say how the sheet is to be read',
  params: ImportId,
  body: ImportMapping,
  example: { body: { columns: { Vendor: null } } },
  response: RegisterImport,
  problems: [404, 409],
})

/** Null takes a choice back; rows that are not named keep theirs. */
export const putImportChoices = endpoint({
  ...registerImport,
  method: 'put',
  path: '/api/v1/register-imports/{id}/choices',
  summary: 'Say what single rows are: a system that is there, a new one, or nothing',
  params: ImportId,
  body: z.object({
    rows: z.array(z.object({ row: z.int().min(1), choice: RowChoice.nullable() })).max(10_000),
  }),
  example: { body: { rows: [{ row: 7, choice: null }] } },
  response: RegisterImport,
  problems: [404, 409],
})

export const ImportPlan = page(PlannedRow).extend({
  /** Names this plan; confirming says which one was seen. */
  plan: z.string(),
  summary: z.object({
    outcomes: z.partialRecord(RowOutcome, z.int()),
    /** Rows for which a decision is written. */
    writes: z.int(),
    /** Rows with a field that a person set since, which is kept. */
    conflicts: z.int(),
  }),
  /** Rows of the sheet that speak of one thing. */
  duplicates: z.array(SheetDuplicate),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** The dry run. Of a confirmed import: what became of its rows. */
export const getImportPlan = endpoint({
  ...registerImport,
  method: 'get',
  path: '/api/v1/register-imports/{id}/plan',
  summary: 'What confirming would write, row by row, with the faults of each',
  params: ImportId,
  query: PageQuery.extend({
    outcome: list(RowOutcome).optional(),
  }),
  response: ImportPlan,
  problems: [404],
})

/** All rows or none, once. 412: the inventory or the draft changed since that plan; look at the new one. */
export const confirmImport = endpoint({
  ...registerImport,
  method: 'post',
  path: '/api/v1/register-imports/{id}/confirm',
  summary: 'Write what the plan says as decisions',
  params: ImportId,
  body: z.object({ plan: z.string().min(1).max(128) }),
  example: { body: { plan: '5f0c' } },
  response: RegisterImport,
  problems: [404, 409, 412, 503],
})

export const deleteRegisterImport = endpoint({
  ...registerImport,
  method: 'delete',
  path: '/api/v1/register-imports/{id}',
  summary: 'Discard a draft',
  params: ImportId,
  response: Empty,
  problems: [404, 409],
})
