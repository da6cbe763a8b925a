import type { Coverage, DecisionBody, Finding, IdentifierAlias, Scope, Unknown } from '@ai-census/schema'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

// The truth, append-only. Everything in projection.ts is made of this, and can be made again.

const position = () => bigint({ mode: 'number' })

/** A look, named from elsewhere; the inventory's core defines what these mean. */
export interface LookMark {
  sequence: number
  at: string
  version: string
  catalogue: string
}
export type LookOutcome = 'recorded' | 'held' | 'late' | 'superseded' | 'discarded'
export type Presence = 'seen' | 'unseen' | 'missing' | 'gone' | 'returned'

/**
 * `ScopeRecord` as a look keeps it. What is left out is that of the look itself: it is the newest that counts, a sight and
 * complete, its number is the highest and none is held. Mostly that is so, and a look without news keeps few bytes.
 */
export type StoredRecord = Pick<ScopeRecord, 'describedAt'> & Partial<ScopeRecord>

/** What the looks so far say of a scope; looks are named by their position. */
export interface ScopeRecord {
  describedAt: string
  /** The newest look that counts. */
  newest: number
  sight: LookMark | null
  complete: (LookMark & { kinds?: readonly Finding['kind'][] }) | null
  held: number | null
  /** The highest sequence number that any look has. */
  lastSequence: number
}

/** What one look changed, as it was answered; a repeated report gets the same answer. */
export interface LookChange {
  added: number
  changed: number
  unchanged: number
  missing: number
  gone: number
  returned: number
  held: boolean
  /** Keys, the first hundred of each. */
  addedKeys: string[]
  changedKeys: string[]
  missingKeys: string[]
  goneKeys: string[]
  returnedKeys: string[]
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
  (t) => [index('scan_by_start').on(t.startedAt.desc().nullsFirst(), t.id)],
)

/**
 * One look at one scope. Its position orders it among all events of the ledger; only `outcome` of a held look
 * ever changes.
 */
export const looks = pgTable(
  'look',
  {
    position: position().primaryKey(),
    at: instant().notNull(),
    scan: uuid()
      .notNull()
      .references(() => scans.id),
    scopeKey: text().notNull(),
    scanner: text().notNull(),
    /** Counts the looks of this scanner at this scope, from 1. One that was held has it twice: held, and released. */
    sequence: integer().notNull(),
    version: text().notNull(),
    catalogue: text().notNull(),
    scope: json<Scope>()().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant().notNull(),
    coverage: json<Coverage>()().notNull(),
    outcome: text().$type<LookOutcome>().notNull(),
    /** SHA-256 over what the report says, without its times. */
    digest: text().notNull(),
    saw: integer().notNull(),
    unknownCount: integer().notNull(),
    /** Null: those of the look before, whose digest is the same. */
    unknowns: json<Unknown[]>()(),
    /** Null: all that it saw was unchanged. */
    change: json<LookChange>()(),
    record: json<StoredRecord>()().notNull(),
    /** Names that mean the same, as they are in force from this look on. Null: as before. */
    aliases: json<IdentifierAlias[]>()(),
  },
  (t) => [
    index().on(t.scan, t.scopeKey),
    /** Most looks of most scans change nothing; what a scan changed is told of the others. */
    index('look_with_news').on(t.scan).where(sql`${t.change} is not null`),
    index('look_by_scope').on(t.scopeKey, t.scanner, t.position),
    index('look_with_aliases').on(t.scopeKey, t.scanner, t.position).where(sql`${t.aliases} is not null`),
  ],
)

/**
 * What a held look saw and what it says was deleted, until a person confirms or refuses it. What it saw is in
 * `finding_content`.
 */
export const heldKeys = pgTable(
  'held_key',
  {
    scopeKey: text().notNull(),
    scanner: text().notNull(),
    key: text().notNull(),
    /** Null: the source itself says that it is no more. */
    hash: text(),
    kind: text().$type<Finding['kind']>(),
    essence: text(),
    createdAt: text(),
  },
  (t) => [primaryKey({ columns: [t.scopeKey, t.scanner, t.key] })],
)

/** What a scope is for one scanner, as its newest look says it. */
export const scopes = pgTable(
  'scope',
  {
    scopeKey: text().notNull(),
    scanner: text().notNull(),
    title: text().notNull(),
    source: text().notNull(),
    status: text().$type<Coverage['status']>().notNull(),
    held: boolean().notNull(),
    /** A short name of the scope and its scanner, for those that follow its last sight. */
    lane: integer().generatedByDefaultAsIdentity().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scopeKey, t.scanner] }),
    uniqueIndex('scope_lane').on(t.lane),
    index('scope_in_order').on(sql`${t.scopeKey} collate "C"`, sql`${t.scanner} collate "C"`),
    index().on(t.status, t.scopeKey),
  ],
)

/** How far a scope was looked at: the one row that a rescan without news moves, and therefore narrow. */
export const scopeSights = pgTable(
  'scope_sight',
  {
    lane: integer().primaryKey(),
    /** Its newest look of any outcome. */
    lookPosition: position().notNull(),
    /** When whatever it last saw was last seen; the last sight of every finding that says so by no time of its own. */
    sightAt: instant().notNull(),
  },
  (t) => [index('scope_by_sight').on(t.sightAt.desc(), t.lane)],
)

/** What a finding says, once for as often as it is said. */
export const findingContents = pgTable('finding_content', {
  hash: text().primaryKey(),
  finding: json<Finding>()().notNull(),
})

/**
 * A finding as an interval of positions: the row holds from the look that brought this content or presence until
 * the look that changed it. A look that sees the same again writes nothing here.
 */
export const findings = pgTable(
  'finding',
  {
    scopeKey: text().notNull(),
    scanner: text().notNull(),
    key: text().notNull(),
    fromPosition: position().notNull(),
    /** Null while it holds. */
    toPosition: position(),
    kind: text().$type<Finding['kind']>().notNull(),
    hash: text().notNull(),
    presence: text().$type<Presence>().notNull(),
    opened: json<LookMark>()().notNull(),
    closed: json<LookMark>()(),
    /** Null: whatever look last saw the scope. */
    lastSeen: json<LookMark>()(),
    firstSeenAt: instant().notNull(),
    changedAt: instant().notNull(),
    essence: text().notNull(),
    essenceAt: instant().notNull(),
    /** As the provider spells it. */
    createdAt: text(),
    /** Hash of scope and key: the same for what every scanner says of one thing. Two may share one, so compare both. */
    address: bigint({ mode: 'bigint' })
      .notNull()
      .generatedAlwaysAs(sql`hashtextextended(scope_key || ' ' || key, 0)`),
  },
  (t) => [
    primaryKey({ columns: [t.scopeKey, t.scanner, t.key, t.fromPosition] }),
    index('finding_address').on(t.address),
    index('finding_from').on(t.fromPosition),
    index('finding_to').on(t.toPosition).where(sql`${t.toPosition} is not null`),
    index('finding_unseen')
      .on(t.scopeKey, t.scanner)
      .where(sql`${t.toPosition} is null and ${t.presence} = 'unseen'`),
    index('finding_usage')
      .on(t.scopeKey, t.scanner)
      .where(sql`${t.toPosition} is null and ${t.kind} = 'usage'`),
    uniqueIndex('finding_open').on(t.scopeKey, t.scanner, t.key).where(sql`${t.toPosition} is null`),
    /** The few that the newest look did not see: whether a scope has any decides how much a rescan may skip. */
    index('finding_not_seen')
      .on(t.scopeKey, t.scanner)
      .where(sql`${t.toPosition} is null and ${t.lastSeen} is not null`),
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
  (t) => [
    index().on(t.at.desc()),
    index('decision_about').using('gin', t.body.op('jsonb_path_ops')),
    index('decision_of_settings')
      .on(t.position)
      .where(sql`(${t.body} ->> 'type') in ('configure', 'set-rule', 'remove-rule', 'revoke')`),
    /** What took a decision back, by its number. */
    index('decision_revokes')
      .on(sql`(${t.body} ->> 'sequence')`)
      .where(sql`(${t.body} ->> 'type') = 'revoke'`),
  ],
)

/**
 * Where the ledger ends and how far the inventory has followed it. Reconciling is what lies between: it
 * survives a crash because nothing else has to be remembered.
 */
export const heads = pgTable('head', {
  name: text({ enum: ['ledger', 'inventory'] }).primaryKey(),
  position: position().notNull(),
  at: instant().notNull(),
  /** Of the inventory: what besides the ledger it is made with. Where that is another now, all of it is made anew. */
  basis: text(),
})

/** The runs that brought the inventory up to date: until which position, and as of when. A replay repeats them. */
export const reconciliations = pgTable(
  'reconciliation',
  { run: integer().primaryKey(), position: position().notNull(), at: instant().notNull() },
  (t) => [index().on(t.at, t.run)],
)
