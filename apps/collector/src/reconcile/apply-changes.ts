import type { Transaction } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import type { Inventory } from '@ai-census/schema'
import { eventsOf, type InventoryEvent } from './describe-changes.ts'
import type { Moment } from './load-facts.ts'
import { type ProjectionRow, projectionRows, projectionTables, type Subject } from './projection-rows.ts'

export interface Changes {
  written: number
  removed: number
  /** Rows of which only the last sighting moved. */
  seen: number
}

/** What became of one thing. */
export interface Change {
  subject: Subject
  id: string
  before: unknown
  after: unknown
}

interface Kept {
  id: string
  version: string
  lastSeenAt: string | null
}

/**
 * Makes the projection show this inventory. The only writer of these tables: what is the same stays untouched,
 * and each new state closes the one before it in the history.
 */
export async function applyChanges(tx: Transaction, inventory: Inventory, moment: Moment): Promise<Changes> {
  const wanted = projectionRows(inventory)
  const changes: Change[] = []
  const total: Changes = { written: 0, removed: 0, seen: 0 }
  for (const subject of subjects) {
    const step = await applySubject(tx, subject, wanted[subject], moment)
    changes.push(...step.changes)
    total.written += step.written
    total.removed += step.removed
    total.seen += step.seen
  }
  await linkFindings(tx, changes)
  await writeEvents(tx, eventsOf(changes), moment)
  return total
}

// The keys of a constant table are its type.
const subjects = Object.keys(projectionTables) as Subject[]

async function applySubject(
  tx: Transaction,
  subject: Subject,
  wanted: readonly ProjectionRow[],
  moment: Moment,
): Promise<Changes & { changes: Change[] }> {
  const kept = await readKept(tx, subject)
  const isNews = (row: ProjectionRow) => kept.get(row.id)?.version !== row.version
  const news = wanted.filter(isNews)
  const seen = wanted.filter((row) => !isNews(row) && kept.get(row.id)?.lastSeenAt !== row.lastSeenAt)
  const present = new Set(wanted.map((row) => row.id))
  const removed = [...kept.keys()].filter((id) => !present.has(id))
  const before = await closeHistory(tx, subject, [...news.map((row) => row.id), ...removed], moment)
  await upsert(tx, subject, news)
  await openHistory(tx, subject, news, moment)
  await moveSightings(tx, subject, seen)
  await remove(tx, subject, removed)
  const changes = [
    ...news.map(({ id, body }) => ({ subject, id, before: before.get(id) ?? null, after: body })),
    ...removed.map((id) => ({ subject, id, before: before.get(id) ?? null, after: null })),
  ]
  return { written: news.length, removed: removed.length, seen: seen.length, changes }
}

/** How a table's row is named among its kind; the same text as `ProjectionRow.id`. */
const rowIds: Record<Subject, SQL> = {
  system: sql`id`,
  component: sql`id`,
  supplier: sql`slug`,
  model: sql`row_key`,
  relationship: sql`"from" || ' ' || type || ' ' || "to"`,
  flag: sql`subject_type || ' ' || subject_id || ' ' || id`,
}
const sighted: ReadonlySet<Subject> = new Set(['system', 'component'])

const tableOf = (subject: Subject): SQL => sql.identifier(projectionTables[subject].table) as unknown as SQL // both are chunks of a query

async function readKept(tx: Transaction, subject: Subject): Promise<Map<string, Kept>> {
  const seenAt = sighted.has(subject) ? sql`last_seen_at` : sql`null::timestamptz`
  const { rows } = await tx.execute<{ id: string; version: string; seen: string | Date | null }>(
    sql`select ${rowIds[subject]} as id, version, ${seenAt} as seen from ${tableOf(subject)}`,
  )
  return new Map(
    rows.map(({ id, version, seen }) => [
      id,
      { id, version, lastSeenAt: seen && new Date(seen).toISOString() },
    ]),
  )
}

const BATCH = 1000

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await write(rows.slice(at, at + BATCH))
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const asJson = (rows: readonly unknown[]): SQL => sql`${JSON.stringify(rows)}::jsonb`

async function upsert(tx: Transaction, subject: Subject, rows: readonly ProjectionRow[]): Promise<void> {
  const key: readonly string[] = projectionTables[subject].key
  const columns = await columnsOf(tx, subject)
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  )
  const keys = sql.join(
    key.map((name) => sql.identifier(name)),
    sql`, `,
  )
  const sets = sql.join(
    columns
      .filter((name) => !key.includes(name))
      .map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
    sql`, `,
  )
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into ${tableOf(subject)} (${names})
      select ${names} from jsonb_populate_recordset(null::${tableOf(subject)}, ${asJson(batch.map(snakeColumns))})
      on conflict (${keys}) do update set ${sets}`),
  )
}

const snakeColumns = ({ columns }: ProjectionRow) =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [snake(name), value]))

async function columnsOf(tx: Transaction, subject: Subject): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${projectionTables[subject].table}::regclass and attnum > 0 and not attisdropped
    order by attnum`)
  return rows.map(({ name }) => name)
}

async function moveSightings(
  tx: Transaction,
  subject: Subject,
  rows: readonly ProjectionRow[],
): Promise<void> {
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      update ${tableOf(subject)} set last_seen_at = moved.seen
      from jsonb_to_recordset(${asJson(batch.map(({ id, lastSeenAt }) => ({ id, seen: lastSeenAt })))})
        as moved (id text, seen timestamptz)
      where ${tableOf(subject)}.id = moved.id`),
  )
}

async function remove(tx: Transaction, subject: Subject, ids: readonly string[]): Promise<void> {
  await inBatches(ids, (batch) =>
    tx.execute(
      sql`delete from ${tableOf(subject)} where ${rowIds[subject]} = any(${sql.param(batch)}::text[])`,
    ),
  )
}

/** Ends the states that these things are in, and gives those states back. */
async function closeHistory(
  tx: Transaction,
  subject: Subject,
  ids: readonly string[],
  moment: Moment,
): Promise<Map<string, unknown>> {
  const before = new Map<string, unknown>()
  await inBatches(ids, async (batch) => {
    const { rows } = await tx.execute<{ id: string; body: unknown }>(sql`
      update inventory_history set valid_to = ${moment.at}::timestamptz
      where subject_type = ${subject} and subject_id = any(${sql.param(batch)}::text[]) and valid_to is null
      returning subject_id as id, body`)
    for (const { id, body } of rows) before.set(id, body)
  })
  return before
}

async function openHistory(
  tx: Transaction,
  subject: Subject,
  rows: readonly ProjectionRow[],
  moment: Moment,
): Promise<void> {
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into inventory_history (subject_type, subject_id, run, valid_from, body)
      select ${subject}, id, ${moment.run}, ${moment.at}::timestamptz, body
      from jsonb_to_recordset(${asJson(batch.map(({ id, body }) => ({ id, body })))}) as new (id text, body jsonb)`),
  )
}

async function linkFindings(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const components = changes.filter(({ subject }) => subject === 'component')
  await inBatches(components, async (batch) => {
    const ids = batch.map(({ id }) => id)
    await tx.execute(sql`delete from component_finding where component_id = any(${sql.param(ids)}::text[])`)
  })
  await inBatches(
    components.filter(({ after }) => after !== null),
    (batch) =>
      tx.execute(sql`
      insert into component_finding (scope, key, component_id)
      select ref ->> 'scope', ref ->> 'key', id
      from jsonb_to_recordset(${asJson(batch.map(({ after }) => after))}) as new (id text, findings jsonb),
        jsonb_array_elements(findings) as ref
      on conflict (scope, key) do update set component_id = excluded.component_id`),
  )
}

async function writeEvents(
  tx: Transaction,
  events: readonly InventoryEvent[],
  moment: Moment,
): Promise<void> {
  const rows = events.map((event, ordinal) => ({ ...event, ordinal }))
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into inventory_event (run, ordinal, at, subject_type, subject_id, subject_name, system_id, event, detail)
      select ${moment.run}, ordinal, ${moment.at}::timestamptz, subject_type, subject_id, subject_name, system_id, event, detail
      from jsonb_to_recordset(${asJson(batch.map(snakeEvent))}) as new
        (ordinal int, subject_type text, subject_id text, subject_name text, system_id text, event text, detail text)`),
  )
}

const snakeEvent = (event: object) =>
  Object.fromEntries(Object.entries(event).map(([name, value]) => [snake(name), value]))
