import { z } from 'zod'
import { SystemFields, SystemState } from './ai-system.ts'

/**
 * What a column of a register may say: a field of the system; or what a row is known by and matched by. `supplier` and
 * `model` are only matched by: what a system depends on is discovered, not declared.
 */
export const ImportTarget = z.enum([...SystemFields.keyof().options, 'id', 'repository', 'supplier', 'model'])
export type ImportTarget = z.infer<typeof ImportTarget>

/** `chosen`: a person said so. */
export const MappingConfidence = z.enum(['chosen', 'certain', 'likely', 'guess', 'none'])
export type MappingConfidence = z.infer<typeof MappingConfidence>

/** What one column is taken for, and why. */
export const ColumnMapping = z.object({
  /** As the spreadsheet names it: `A`, `B`, … */
  column: z.string(),
  header: z.string(),
  /** Null: the column is kept with the import and goes nowhere. */
  target: ImportTarget.nullable(),
  confidence: MappingConfidence,
  reason: z.string(),
  /** Its first values. */
  samples: z.array(z.string()),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** What a person says about how a sheet is to be read; a guess answers for the rest. */
export const ImportMapping = z.strictObject({
  headerRow: z
    .int()
    .min(1)
    .optional()
    .describe('The row with the columns’ names, as the spreadsheet numbers it'),
  columns: z
    .record(z.string().max(32_767), ImportTarget.nullable())
    .optional()
    .describe('By a column’s name or letter: what it is; null: it goes nowhere'),
  dates: z.enum(['day-first', 'month-first']).optional().describe('How dates such as 03/04/2026 are meant'),
  values: z
    .partialRecord(ImportTarget, z.record(z.string().max(2000), z.string().max(2000)))
    .optional()
    .describe('By field: what the sheet writes, and what it stands for; empty: no answer'),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** What a person decides about one row. `overwrite`: fields where the sheet counts more than what a person set since. */
export const RowChoice = z.object({
  action: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('match'), system: z.string().min(1).max(256) }),
      z.object({ type: z.literal('new') }),
      z.object({ type: z.literal('skip') }),
    ])
    .optional(),
  overwrite: z.array(SystemFields.keyof()).max(50).optional(),
})
export type RowChoice = z.infer<typeof RowChoice>

/** Something in a row that a person must put right, and how. */
export const RowProblem = z.object({
  /** The column's letter; null where the whole row is meant. */
  column: z.string().nullable(),
  header: z.string().nullable(),
  value: z.string(),
  message: z.string(),
})
export type RowProblem = z.infer<typeof RowProblem>

/** Rows that speak of one thing, and by what that is seen. */
export const SheetDuplicate = z.object({
  by: z.enum(['id', 'name', 'repository', 'content']),
  value: z.string(),
  rows: z.array(z.int()),
  reason: z.string(),
})
export type SheetDuplicate = z.infer<typeof SheetDuplicate>

/**
 * What becomes of a row. `create`: a system that nothing has discovered. `match`: a discovered one gets registered.
 * `update`: a registered one gets other answers. `undecided`: it may be more than one system, a person says which.
 * `duplicate`: another row speaks of the same thing. `error`, `undecided` and `skip` write nothing.
 */
export const RowOutcome = z.enum([
  'create',
  'match',
  'update',
  'unchanged',
  'duplicate',
  'undecided',
  'error',
  'skip',
])
export type RowOutcome = z.infer<typeof RowOutcome>

export const FieldChange = z.object({
  field: SystemFields.keyof(),
  from: z.string().nullable(),
  to: z.string(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** The sheet says one thing, and a person set another since it was last imported: kept, unless the choice says otherwise. */
export const FieldConflict = z.object({
  field: SystemFields.keyof(),
  sheet: z.string(),
  current: z.string(),
  by: z.string(),
  at: z.string(),
})
export type FieldConflict = z.infer<typeof FieldConflict>

/** A system that a row may speak of. */
export const MatchCandidate = z.object({
  system: z.string(),
  name: z.string(),
  state: SystemState,
  /** From 0 to 1; 0.8 and above is taken where nothing else competes. */
  score: z.number(),
  reasons: z.array(z.string()),
})
export type MatchCandidate = z.infer<typeof MatchCandidate>

/** One row of the dry run. */
export const PlannedRow = z.object({
  row: z.int(),
  name: z.string().nullable(),
  outcome: RowOutcome,
  /** The system that the row speaks of; null for one that it is going to make, and where that is not known. */
  system: z.object({ id: z.string(), name: z.string(), state: SystemState }).nullable(),
  /** Why this outcome. */
  reasons: z.array(z.string()),
  changes: z.array(FieldChange),
  conflicts: z.array(FieldConflict),
  problems: z.array(RowProblem),
  /** What the sheet writes where the inventory has another word for it. */
  rewritten: z.array(z.object({ field: SystemFields.keyof(), from: z.string(), to: z.string() })),
  candidates: z.array(MatchCandidate),
  /** Repositories that the row puts its system under, as scopes' keys: what is found there later belongs to it. */
  repositories: z.array(z.string()),
  /** Cells of columns that go nowhere, by their header. */
  kept: z.record(z.string(), z.string()),
  choice: RowChoice.nullable(),
  /** Whether confirming writes a decision for it. */
  writes: z.boolean(),
})
export type PlannedRow = z.infer<typeof PlannedRow>
