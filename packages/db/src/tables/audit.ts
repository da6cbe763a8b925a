import { bigint, doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

// An auditor's papers: what was drawn, and what was found of it. They change nothing in the inventory.

export interface SampleFilters {
  state?: string[] | undefined
  supplier?: string | undefined
  scanner?: string | undefined
}

export interface SampleStratum {
  name: string
  population: number
  drawn: number
}

/** One drawing. Whoever has its seed and its place in the ledger draws the same again. */
export const auditSamples = pgTable(
  'audit_sample',
  {
    id: uuid().primaryKey(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    population: text().notNull(),
    filters: json<SampleFilters>()().notNull(),
    stratifyBy: text(),
    /** The reconciliation whose inventory was drawn from, the ledger's position then, and as of when. */
    run: integer().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
    seed: text().notNull(),
    /** How many were asked for; null where they follow from the tolerable share of errors. */
    size: integer(),
    tolerableShare: doublePrecision(),
    confidence: doublePrecision().notNull(),
    populationSize: integer().notNull(),
    populationHash: text().notNull(),
    strata: json<SampleStratum[]>()(),
  },
  (t) => [index().on(t.createdAt.desc(), t.id)],
)

export const auditSampleRows = pgTable(
  'audit_sample_row',
  {
    sample: uuid()
      .notNull()
      .references(() => auditSamples.id),
    /** In the order in which they were drawn, from 1. */
    ordinal: integer().notNull(),
    name: text().notNull(),
    stratum: text(),
    /** What there is to check, as it was when it was drawn. */
    task: json<unknown>()().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sample, t.ordinal] })],
)

/** What an auditor concluded of one row. Appended: the last one counts, those before stay. */
export const auditConclusions = pgTable(
  'audit_conclusion',
  {
    sample: uuid()
      .notNull()
      .references(() => auditSamples.id),
    ordinal: integer().notNull(),
    number: integer().notNull(),
    at: instant().notNull(),
    author: text().notNull(),
    result: text().$type<'ok' | 'error'>().notNull(),
    note: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sample, t.ordinal, t.number] })],
)
