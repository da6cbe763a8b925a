import type { ComponentState, Coverage, DecisionBody, Finding, Scope, Unknown } from '@ai-census/schema'
import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

// The truth, append-only. Everything in projection.ts is made of this, and can be made again.

const position = () => bigint({ mode: 'number' })

/** What one look changed, as it was answered; a repeated report gets the same answer. */
export interface LookChange {
  added: number
  changed: number
  unchanged: number
  missing: number
  gone: number
  returned: number
  held: boolean
  addedKeys: string[]
  missingKeys: string[]
}

/** One run of one scanner over a source. */
export const scans = pgTable(
  'scan',
  {
    id: uuid().primaryKey(),
    scanner: text().notNull(),
    version: text().notNull(),
    catalogue: text().notNull(),
    source: text().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    coverage: json<Coverage>()(),
    /** The token that reports for it. */
    author: text().notNull(),
  },
  (t) => [index().on(t.startedAt.desc(), t.id)],
)

/** One look at one scope. Its position orders it among all events of the ledger. */
export const looks = pgTable(
  'look',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    position: position().notNull().unique(),
    at: instant().notNull(),
    scan: uuid()
      .notNull()
      .references(() => scans.id),
    scopeKey: text().notNull(),
    scope: json<Scope>()().notNull(),
    scanner: text().notNull(),
    version: text().notNull(),
    catalogue: text().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant().notNull(),
    coverage: json<Coverage>()().notNull(),
    /** SHA-256 over what the report says, without its times. */
    digest: text().notNull(),
    findingCount: integer().notNull(),
    unknownCount: integer().notNull(),
    /** Null: those of the look before, whose digest is the same. */
    unknowns: json<Unknown[]>()(),
    /** The mass-change brake: its findings count only once a person confirms it. */
    held: boolean().notNull(),
    change: json<LookChange>()().notNull(),
  },
  (t) => [uniqueIndex().on(t.scan, t.scopeKey), index().on(t.scopeKey, t.position.desc())],
)

/**
 * A finding as an interval of positions: the row holds from the look that brought this content or state until
 * the look that changed it. A look that sees the same again writes nothing here.
 */
export const findings = pgTable(
  'finding',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    scopeKey: text().notNull(),
    key: text().notNull(),
    hash: text().notNull(),
    payload: json<Finding>()().notNull(),
    state: text().$type<ComponentState>().notNull(),
    absences: smallint().notNull(),
    firstSeenAt: instant().notNull(),
    /** Null: the newest look that counted for its scope saw it. */
    lastSeenAt: instant(),
    fromPosition: position().notNull(),
    toPosition: position(),
  },
  (t) => [
    uniqueIndex('finding_open').on(t.scopeKey, t.key).where(sql`${t.toPosition} is null`),
    index().on(t.scopeKey, t.fromPosition),
  ],
)

/** The decision log. Each row's hash covers the row before, so that a change anywhere shows. */
export const decisions = pgTable(
  'decision',
  {
    sequence: integer().primaryKey(),
    position: position().notNull().unique(),
    at: instant().notNull(),
    author: text().notNull(),
    body: json<DecisionBody>()().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
    requestId: uuid().unique(),
  },
  (t) => [index().on(t.at.desc())],
)

/**
 * Where the ledger ends and how far the inventory has followed it. Reconciling is what lies between: it
 * survives a crash because nothing else has to be remembered.
 */
export const heads = pgTable('head', {
  name: text({ enum: ['ledger', 'inventory'] }).primaryKey(),
  position: position().notNull(),
  at: instant().notNull(),
})

/** The positions at which the inventory was brought up to date; a replay stops at the same ones. */
export const reconciliations = pgTable(
  'reconciliation',
  { position: position().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.position] })],
)
