import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

/** Lists are sorted by code points, so their indexes are too, whatever language the database speaks. */
const plain = (column: AnyPgColumn) => sql`${column} collate "C"`

/** A subject in one text, as lists of flags sort it. */
const address = (type: AnyPgColumn, id: AnyPgColumn) => sql`(${type} || ' ' || ${id}) collate "C"`

// One column per field of the domain's value: a new field does not compile until it has its column.

/**
 * When a thing was last seen follows from its scope's last sight, which moves without a row of the thing being written:
 * the later of `seenAt` and of the `sightAt` of the scope on its lane. Where it has several lanes (see `sightings`), this
 * is the one that was seen last.
 */
const lastSight = { seenAt: instant(), lane: integer() }

const systemColumns = {
  id: text().primaryKey(),
  state: text().$type<AiSystem['state']>().notNull(),
  groupKey: text().notNull(),
  groupTitle: text().notNull(),
  fields: json<AiSystem['fields']>()().notNull(),
  suppliers: text().array().notNull(),
  models: text().array().notNull(),
  componentCount: integer().notNull(),
  grade: text().$type<NonNullable<AiSystem['grade']>>(),
  contexts: text().array().$type<AiSystem['contexts']>().notNull(),
  flags: text().array().$type<AiSystem['flags']>().notNull(),
  rating: json<NonNullable<AiSystem['rating']>>()(),
  assignee: text(),
  snoozedUntil: text(),
  dismissedByRule: text(),
  live: boolean().notNull(),
  firstSeenAt: instant(),
} satisfies Record<Exclude<keyof AiSystem, 'lastSeenAt'>, unknown>

export const systems = pgTable(
  'ai_system',
  {
    ...systemColumns,
    ...lastSight,
    /** Its name for people: the field's answer, else the group's title. */
    name: text().notNull(),
    sortName: text().notNull(),
    /** Lower-case text that the search box looks in. */
    search: text().notNull(),
    /** Sorts the triage queue: what has the most consequence first. */
    attention: integer().notNull(),
    version: text().notNull(),
    /** Its suppliers, where they are few enough to stand in an index's row (a slug has at most 64 characters); else null. */
    fewSuppliers: text()
      .array()
      .generatedAlwaysAs(sql`case when cardinality(suppliers) <= 20 then suppliers end`),
  },
  (t) => [
    // Behind what sorts stands what is asked for most, so that the rows of one supplier are found without reading the others.
    index('ai_system_by_attention').on(
      t.attention.desc().nullsFirst(),
      plain(t.id),
      t.state,
      t.live,
      t.snoozedUntil,
      t.fewSuppliers,
    ),
    index('ai_system_by_name').on(plain(t.sortName), plain(t.id)),
    index('ai_system_by_last_seen').on(t.lane, plain(t.id)),
    index('ai_system_by_own_sight').on(t.seenAt, plain(t.id)).where(sql`${t.seenAt} is not null`),
    index('ai_system_by_first_seen').on(t.firstSeenAt, plain(t.id)),
    index('ai_system_queue').on(
      t.state,
      t.attention.desc().nullsFirst(),
      plain(t.id),
      t.live,
      t.snoozedUntil,
      t.fewSuppliers,
    ),
    index('ai_system_by_risk').on(sql`(${t.fields} #>> '{riskLevel,value}')`, plain(t.id)),
    index('ai_system_by_business_owner').on(sql`lower(${t.fields} #>> '{businessOwner,value}')`),
    index('ai_system_by_technical_owner').on(sql`lower(${t.fields} #>> '{technicalOwner,value}')`),
    index('ai_system_by_user_impact').on(sql`(${t.fields} #>> '{userImpact,value}')`),
    index('ai_system_by_lifecycle').on(sql`(${t.fields} #>> '{lifecycle,value}')`),
    index('ai_system_by_next_review').on(sql`(${t.fields} #>> '{nextReview,value}')`),
    index('ai_system_by_assignee').on(sql`lower(${t.assignee})`),
    index('ai_system_snoozed').on(t.snoozedUntil, t.state, t.live).where(sql`${t.snoozedUntil} is not null`),
    index('ai_system_by_rule').on(t.dismissedByRule).where(sql`${t.dismissedByRule} is not null`),
    index().using('gin', t.suppliers),
    index().using('gin', t.models),
    index().using('gin', t.flags),
    index('ai_system_by_words').using('gin', t.search.op('gin_trgm_ops')),
  ],
)

const componentColumns = {
  id: text().primaryKey(),
  systemId: text().notNull(),
  kind: text().$type<Component['kind']>().notNull(),
  name: text().notNull(),
  supplier: text(),
  supplierName: text(),
  product: text(),
  framework: text(),
  model: json<Component['model']>()(),
  grade: text().$type<Component['grade']>().notNull(),
  context: text().$type<Component['context']>().notNull(),
  state: text().$type<Component['state']>().notNull(),
  identifiers: json<Component['identifiers']>()().notNull(),
  attributes: json<Component['attributes']>()().notNull(),
  findings: json<Component['findings']>()().notNull(),
  firstSeenAt: instant().notNull(),
} satisfies Record<Exclude<keyof Component, 'lastSeenAt'>, unknown>

export const components = pgTable(
  'component',
  {
    ...componentColumns,
    ...lastSight,
    /** Whether the registers of suppliers and models count it. */
    live: boolean().notNull(),
    modelId: text(),
    sortName: text().notNull(),
    search: text().notNull(),
    version: text().notNull(),
  },
  (t) => [
    index().on(t.systemId, t.id),
    index('component_by_name').on(plain(t.sortName), plain(t.id)),
    index('component_by_last_seen').on(t.lane, plain(t.id)),
    index('component_by_own_sight').on(t.seenAt, plain(t.id)).where(sql`${t.seenAt} is not null`),
    index('component_by_first_seen').on(t.firstSeenAt, plain(t.id)),
    index('component_by_identifier').using('gin', t.identifiers.op('jsonb_path_ops')),
    index('component_by_words').using('gin', t.search.op('gin_trgm_ops')),
    index('component_by_supplier').on(t.supplier, plain(t.sortName), plain(t.id)),
    index().on(t.modelId),
    index('component_by_kind').on(t.kind, plain(t.sortName), plain(t.id)),
  ],
)

/** Which component a finding speaks of, for the way from evidence to inventory. */
export const componentFindings = pgTable(
  'component_finding',
  {
    scope: text().notNull(),
    key: text().notNull(),
    componentId: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index().on(t.componentId)],
)

const supplierColumns = {
  slug: text().primaryKey(),
  name: text().notNull(),
  country: text(),
  site: text(),
  review: text().$type<Supplier['review']>().notNull(),
  reviewedAt: instant(),
  nextReview: text(),
  contract: text(),
  systemCount: integer().notNull(),
  componentCount: integer().notNull(),
} satisfies Record<keyof Supplier, unknown>

export const suppliers = pgTable(
  'supplier',
  { ...supplierColumns, sortName: text().notNull(), version: text().notNull() },
  (t) => [
    index('supplier_by_name').on(plain(t.sortName), plain(t.slug)),
    index('supplier_by_systems').on(t.systemCount, plain(t.slug)),
  ],
)

const modelColumns = {
  id: text().notNull(),
  publisher: text(),
  hosts: text().array().notNull(),
  systemCount: integer().notNull(),
  componentCount: integer().notNull(),
  retiresOn: text(),
} satisfies Record<keyof Model, unknown>

export const models = pgTable(
  'model',
  {
    ...modelColumns,
    /** `<publisher>/<id>`: two publishers may use one name. */
    rowKey: text().primaryKey(),
    version: text().notNull(),
  },
  (t) => [index().on(t.id), index().on(t.componentCount, t.rowKey)],
)

const relationshipColumns = {
  from: text().notNull(),
  type: text().$type<Relationship['type']>().notNull(),
  to: text().notNull(),
} satisfies Record<keyof Relationship, unknown>

export const relationships = pgTable(
  'relationship',
  { ...relationshipColumns, version: text().notNull() },
  (t) => [primaryKey({ columns: [t.from, t.type, t.to] }), index().on(t.to)],
)

const flagColumns = {
  id: text().$type<Flag['id']>().notNull(),
  subject: json<Flag['subject']>()().notNull(),
  reason: text().notNull(),
  clearedBy: text().notNull(),
} satisfies Record<keyof Flag, unknown>

export const flags = pgTable(
  'flag',
  {
    ...flagColumns,
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    version: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectType, t.subjectId, t.id] }),
    index('flag_by_id').on(plain(t.id), address(t.subjectType, t.subjectId)),
    index('flag_by_subject').on(address(t.subjectType, t.subjectId), plain(t.id)),
  ],
)

/** Two systems that may be one, and why; the smaller id first. */
export const mergeProposals = pgTable(
  'merge_proposal',
  { one: text().notNull(), other: text().notNull(), reasons: text().array().notNull() },
  (t) => [
    primaryKey({ columns: [t.one, t.other] }),
    index('merge_proposal_in_order').on(plain(t.one), plain(t.other)),
    index().on(t.other),
  ],
)

/** How many things there are of a kind and name, of those that lists and the overview tell; none where there are none. */
export const counts = pgTable(
  'inventory_count',
  {
    subject: text().$type<SubjectType | 'event'>().notNull(),
    name: text().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.name] })],
)

/** How many systems were in each state when a day (UTC) ended, for the days on which that changed. */
export const stateDays = pgTable('state_day', {
  day: text().primaryKey(),
  unregistered: integer().notNull(),
  registered: integer().notNull(),
  dismissed: integer().notNull(),
} satisfies Record<'day' | AiSystem['state'], unknown>)

// What follows serves reconciling alone: by these it finds what a change can reach without looking at the rest.

/**
 * By what findings hang together (`links.ts` of the core), as hashes: a link, and the address of a finding that has it.
 * Two links may share a hash; then more is looked at than needed, and nothing less.
 */
export const findingLinks = pgTable(
  'finding_link',
  {
    link: bigint({ mode: 'bigint' }).notNull(),
    address: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.link, t.address] })],
)

/** How many live components say one thing of a supplier or of a model: in which system, on which host, by whom. */
export const tallies = pgTable(
  'tally',
  {
    facet: text({ enum: ['supplier-system', 'model-system', 'model-host', 'model-publisher'] }).notNull(),
    subject: text().notNull(),
    value: text().notNull(),
    components: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.facet, t.subject, t.value] })],
)

/** When the calendar alone next changes what is said of something. May be early, never late. */
export const dues = pgTable(
  'due',
  {
    subjectType: text({ enum: ['system', 'supplier', 'scope'] }).notNull(),
    subjectId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectType, t.subjectId] }), index().on(t.at)],
)

/** All lanes of a system or component that has more than one. */
export const sightings = pgTable(
  'sighting',
  {
    subjectType: text({ enum: ['system', 'component'] }).notNull(),
    subjectId: text().notNull(),
    lane: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectType, t.subjectId, t.lane] }), index().on(t.lane)],
)

/** Names by which two systems may be recognised as one. */
export const systemNameKeys = pgTable(
  'system_name_key',
  { key: text().notNull(), systemId: text().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.systemId] }), index().on(t.systemId)],
)

/** Components of which findings of another system also speak. */
export const sharings = pgTable(
  'sharing',
  {
    component: text().notNull(),
    other: text().notNull(),
    componentName: text().notNull(),
    /** The system that the component belongs to. */
    system: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.component, t.other] }), index().on(t.system), index().on(t.other)],
)

export type SubjectType = 'system' | 'component' | 'supplier' | 'model' | 'relationship' | 'flag'

/**
 * Every state that the inventory was ever in: a row holds from `validFrom` until `validTo` (null: still).
 * Times are those of the ledger's event that caused it, so that a replay writes the same rows.
 */
export const inventoryHistory = pgTable(
  'inventory_history',
  {
    subjectType: text().$type<SubjectType>().notNull(),
    subjectId: text().notNull(),
    /** The reconciliation that brought it. */
    run: integer().notNull(),
    validFrom: instant().notNull(),
    validTo: instant(),
    body: json<unknown>()().notNull(),
    /** Of a system, as the list of systems had them then: what sorts it and what the search box looks in. */
    sortName: text(),
    attention: integer(),
    search: text(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectType, t.subjectId, t.run] }),
    index('inventory_history_open').on(t.subjectType, t.subjectId).where(sql`${t.validTo} is null`),
    index().on(t.subjectType, t.validFrom, t.validTo),
    index('system_history_by_attention')
      .on(t.attention.desc().nullsFirst(), plain(t.subjectId))
      .where(sql`${t.subjectType} = 'system'`),
    index('system_history_by_name')
      .on(plain(t.sortName), plain(t.subjectId))
      .where(sql`${t.subjectType} = 'system'`),
    /** What ended in a stretch of time, for the difference between two dates. */
    index('inventory_history_ended').on(t.validTo).where(sql`${t.validTo} is not null`),
  ],
)

/** What changed, as a person reads it. Written beside the history by the same hand. */
export const events = pgTable(
  'inventory_event',
  {
    run: integer().notNull(),
    ordinal: integer().notNull(),
    at: instant().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    subjectName: text().notNull(),
    systemId: text(),
    event: text().notNull(),
    detail: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.run, t.ordinal] }),
    index().on(t.systemId, t.run, t.ordinal),
    index().on(t.subjectId, t.run, t.ordinal),
  ],
)
