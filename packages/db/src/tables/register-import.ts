import type {
  ColumnMapping,
  ImportMapping,
  PlannedRow,
  RowChoice,
  RowOutcome,
  SheetDuplicate,
  SystemField,
} from '@ai-census/schema'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

// Registers that people brought along. What they say of systems is in the decision log alone; here is what the sheet
// was, so that the next one can be compared with it and nothing in it is lost.

export interface ImportLayoutRecord {
  headerRow: number
  headerReason: string
  columns: ColumnMapping[]
  unknownColumns: string[]
}

/** What confirming came to, for who asks again. */
export interface ImportResult {
  /** The plan that was confirmed. */
  plan: string
  decisions: { count: number; first: number | null; last: number | null }
  summary: { outcomes: Partial<Record<RowOutcome, number>>; writes: number; conflicts: number }
  duplicates: SheetDuplicate[]
}

export const registerImports = pgTable(
  'register_import',
  {
    id: uuid().primaryKey(),
    state: text({ enum: ['draft', 'confirmed'] }).notNull(),
    fileName: text().notNull(),
    format: text({ enum: ['csv', 'xlsx'] }).notNull(),
    bytes: integer().notNull(),
    /** SHA-256 of the file. */
    digest: text().notNull(),
    sheet: text(),
    sheets: json<{ name: string; hidden: boolean }[]>()().notNull(),
    notes: text().array().notNull(),
    rowCount: integer().notNull(),
    mapping: json<ImportMapping>()().notNull(),
    layout: json<ImportLayoutRecord>()().notNull(),
    /** Counts what a person changed about it. */
    version: integer().notNull(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    confirmedBy: text(),
    confirmedAt: instant(),
    result: json<ImportResult>()(),
  },
  (t) => [index().on(t.createdAt.desc(), t.id)],
)

/** The rows of the sheet as they were read, those above the header too; once confirmed with what became of them. */
export const registerImportRows = pgTable(
  'register_import_row',
  {
    importId: uuid()
      .notNull()
      .references(() => registerImports.id, { onDelete: 'cascade' }),
    row: integer().notNull(),
    cells: text().array().notNull(),
    faults: json<{ column: number; message: string }[]>()(),
    choice: json<RowChoice>()(),
    planned: json<PlannedRow>()(),
    /** The decision that was written for it. */
    sequence: integer(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
)

/** Which system a row of the register is, by what the row is known by from one import to the next. */
export const registerLinks = pgTable(
  'register_link',
  {
    key: text().primaryKey(),
    /** As it was called then; merges since are followed when it is read. */
    systemId: text().notNull(),
    /** All keys of the row, the strongest first. */
    keys: text().array().notNull(),
    /** What the sheet said. */
    values: json<Partial<Record<SystemField, string>>>()().notNull(),
    importId: uuid().notNull(),
    row: integer().notNull(),
  },
  (t) => [index().on(t.systemId)],
)
