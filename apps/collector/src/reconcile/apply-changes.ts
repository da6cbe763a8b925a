import type { Transaction } from '@ai-census/db'
import { getTableColumns, type SQL, sql } from '@ai-census/db/query'
import { type Column, rowsOf } from '../sql-rows.ts'
import { inBatches, jsonRows, texts } from './batches.ts'
import { keepCounts } from './counts.ts'
import { eventsOf, type InventoryEvent } from './describe-changes.ts'
import type { Moment } from './load-facts.ts'
import { type ProjectionRow, projectionTables, type Subject } from './projection-rows.ts'

export interface Changes {
  written: number
  removed: number
  /** Rows of which only the way to the last sighting moved. */
  seen: number
}

/** What became of one thing. */
export interface Change {
  subject: Subject
  id: string
  before: unknown
  after: unknown
  /** Whether the registers counted it before, for those that are counted. */
  wasLive: boolean
}

/** Writes what one reconciliation changes. */
export interface Writer {
  readonly moment: Moment
  readonly total: Changes
  /**
   * Makes these rows stand where those that `where` names stood. What is the same stays untouched; each new state closes
   * the one before it in the history. `where` must name every row that has the id of a wanted one.
   */
  replace(subject: Subject, where: SQL, wanted: readonly ProjectionRow[]): Promise<Change[]>
}

/** The only writer of the tables that show the inventory. */
export function createWriter(tx: Transaction, moment: Moment): Writer {
  const total: Changes = { written: 0, removed: 0, seen: 0 }
  let ordinal = 0
  return {
    moment,
    total,
    async replace(subject, where, wanted) {
      const step = await replaceRows(tx, moment, subject, where, wanted)
      total.written += step.news
      total.removed += step.changes.length - step.news
      total.seen += step.moved
      const events = eventsOf(step.changes)
      await writeEvents(tx, events, moment, ordinal)
      ordinal += events.length
      await keepCounts(tx, subject, step.changes, events.length, moment.at)
      return step.changes
    },
  }
}

interface Kept {
  version: string
  lane: number | null
  seenAt: string | null
  live: boolean
}

async function replaceRows(
  tx: Transaction,
  moment: Moment,
  subject: Subject,
  where: SQL,
  wanted: readonly ProjectionRow[],
): Promise<{ changes: Change[]; news: number; moved: number }> {
  const kept = await readKept(tx, subject, where)
  const isNews = (row: ProjectionRow) => kept.get(row.id)?.version !== row.version
  const news = wanted.filter(isNews)
  const moved = wanted.filter((row) => !isNews(row) && hasMoved(row, kept.get(row.id)))
  const present = new Set(wanted.map((row) => row.id))
  const removed = [...kept.keys()].filter((id) => !present.has(id)).sort()
  const before = await closeHistory(tx, subject, [...news.map((row) => row.id), ...removed], moment)
  await upsert(tx, subject, news)
  await openHistory(tx, subject, news, moment)
  await moveSights(tx, subject, moved)
  await remove(tx, subject, removed, moment)
  const change = (id: string, after: unknown): Change => ({
    subject,
    id,
    before: before.get(id) ?? null,
    after,
    wasLive: kept.get(id)?.live ?? false,
  })
  const changes = [...news.map(({ id, body }) => change(id, body)), ...removed.map((id) => change(id, null))]
  return { changes, news: news.length, moved: moved.length }
}

/** On several lanes the last one is found from all of them: see `sightings.ts`. */
const hasMoved = ({ sight }: ProjectionRow, kept: Kept | undefined): boolean =>
  sight !== undefined &&
  kept !== undefined &&
  (kept.seenAt !== sight.seenAt || (sight.lanes.length < 2 && kept.lane !== (sight.lanes[0] ?? null)))

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

const tableOf = (subject: Subject): SQL => sql`${projectionTables[subject].table}`
/** Those that are written; the database works the others out. */
const columnsOf = (subject: Subject): string[] =>
  Object.entries(getTableColumns(projectionTables[subject].table)).flatMap(([name, { generated }]) =>
    generated ? [] : [name],
  )

async function readKept(tx: Transaction, subject: Subject, where: SQL): Promise<Map<string, Kept>> {
  const sight = sighted.has(subject)
    ? sql`lane, seen_at`
    : sql`null::int as lane, null::timestamptz as seen_at`
  const live = subject === 'component' ? sql`live` : sql`false as live`
  const { rows } = await tx.execute<{
    id: string
    version: string
    lane: number | null
    seen_at: string | Date | null
    live: boolean
  }>(sql`select ${rowIds[subject]} as id, version, ${sight}, ${live} from ${tableOf(subject)} where ${where}`)
  return new Map(
    rows.map(({ id, version, lane, seen_at, live }) => [
      id,
      { version, lane, seenAt: seen_at && new Date(seen_at).toISOString(), live },
    ]),
  )
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

async function upsert(tx: Transaction, subject: Subject, rows: readonly ProjectionRow[]): Promise<void> {
  const key: readonly string[] = projectionTables[subject].key
  const fields = columnsOf(subject)
  const columns = fields.map(snake)
  const named = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
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
      insert into ${tableOf(subject)} (${named(columns)})
      select ${named(columns)} from ${sourceOf(subject, fields, batch)} new
      on conflict (${named(key)}) do update set ${sets}`),
  )
}

/** Rows to select from, typed as the table's columns. Arrays are told apart only in JSON, which costs more to read. */
function sourceOf(subject: Subject, fields: readonly string[], rows: readonly ProjectionRow[]): SQL {
  const { table } = projectionTables[subject]
  const types = Object.entries(getTableColumns(table)).map(
    ([name, column]) => [name, column.getSQLType()] as const,
  )
  if (types.some(([, type]) => type.endsWith('[]')))
    return sql`jsonb_populate_recordset(null::${tableOf(subject)}, ${jsonRows(rows.map((row) => columnsIn(row, fields)))})`
  const texts = rowsOf(
    Object.fromEntries(
      types.map(([name, type]) => [snake(name), rows.map(({ columns }) => asText(columns[name], type))]),
    ),
  )
  const typed = types.map(
    ([name, type]) => sql`${sql.identifier(snake(name))}::${sql.raw(type)} as ${sql.identifier(snake(name))}`,
  )
  return sql`(select ${sql.join(typed, sql`, `)} from ${texts} plain)`
}

/** A value as PostgreSQL reads it from text. */
function asText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  return type === 'jsonb' ? JSON.stringify(value) : String(value)
}

/** Every column of the table: what a body leaves out is emptied. */
const columnsIn = ({ columns }: ProjectionRow, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [snake(field), columns[field] ?? null]))

async function moveSights(tx: Transaction, subject: Subject, rows: readonly ProjectionRow[]): Promise<void> {
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      update ${tableOf(subject)} as shown
      set seen_at = moved.seen, lane = case when moved.several then shown.lane else moved.lane end
      from jsonb_to_recordset(${jsonRows(batch.map(sightOf))})
        as moved (id text, seen timestamptz, lane int, several boolean)
      where shown.id = moved.id`),
  )
}

const sightOf = ({ id, sight }: ProjectionRow) => ({
  id,
  seen: sight?.seenAt ?? null,
  lane: sight?.lanes[0] ?? null,
  several: (sight?.lanes.length ?? 0) > 1,
})

async function remove(
  tx: Transaction,
  subject: Subject,
  ids: readonly string[],
  { run }: Moment,
): Promise<void> {
  await inBatches(ids, async (batch) => {
    await tx.execute(sql`delete from ${tableOf(subject)} where ${rowIds[subject]} = any(${texts(batch)})`)
    await tx.execute(sql`
      delete from inventory_history
      where subject_type = ${subject} and subject_id = any(${texts(batch)}) and run = ${run}`)
  })
}

/** Ends the states that these things are in, and gives those states back. One that this run brought is not ended. */
async function closeHistory(
  tx: Transaction,
  subject: Subject,
  ids: readonly string[],
  { run, at }: Moment,
): Promise<Map<string, unknown>> {
  const before = new Map<string, unknown>()
  await inBatches(ids, async (batch) => {
    const { rows } = await tx.execute<{ id: string; body: unknown }>(sql`
      with state as (
        select subject_id, run, body from inventory_history
        where subject_type = ${subject} and subject_id = any(${texts(batch)}) and valid_to is null
      ), closed as (
        update inventory_history history set valid_to = ${at}::timestamptz from state
        where history.subject_type = ${subject} and history.subject_id = state.subject_id
          and history.run = state.run and state.run < ${run}
      )
      select subject_id as id, body from state`)
    for (const { id, body } of rows) before.set(id, body)
  })
  return before
}

async function openHistory(
  tx: Transaction,
  subject: Subject,
  rows: readonly ProjectionRow[],
  { run, at }: Moment,
): Promise<void> {
  await inBatches(rows, (batch) =>
    tx.execute(sql`
      insert into inventory_history (subject_type, subject_id, run, valid_from, body, sort_name, attention, search)
      select ${subject}, id, ${run}, ${at}::timestamptz, body::jsonb, sort_name, attention::int, search
      from ${rowsOf(statesOf(subject, batch))} as new
      on conflict (subject_type, subject_id, run) do update set body = excluded.body, valid_to = null,
        sort_name = excluded.sort_name, attention = excluded.attention, search = excluded.search`),
  )
}

/** States; those of systems with what their list is sorted by and searched in. */
const statesOf = (subject: Subject, rows: readonly ProjectionRow[]): Record<string, Column> => {
  const shown = (name: string): Column =>
    rows.map(({ columns }) => (subject === 'system' ? asText(columns[name], 'text') : null))
  return {
    id: rows.map(({ id }) => id),
    body: rows.map(({ body }) => JSON.stringify(body)),
    sort_name: shown('sortName'),
    attention: shown('attention'),
    search: shown('search'),
  }
}

async function writeEvents(
  tx: Transaction,
  events: readonly InventoryEvent[],
  { run, at }: Moment,
  first: number,
): Promise<void> {
  const rows = events.map((event, i) => ({ ...event, ordinal: first + i }))
  await inBatches(rows, (batch) => {
    const column = (read: (row: (typeof rows)[number]) => string | null) => batch.map(read)
    return tx.execute(sql`
      insert into inventory_event (run, ordinal, at, subject_type, subject_id, subject_name, system_id, event, detail)
      select ${run}, ordinal::int, ${at}::timestamptz, subject_type, subject_id, subject_name, system_id, event, detail
      from ${rowsOf({
        ordinal: column((row) => String(row.ordinal)),
        subject_type: column((row) => row.subjectType),
        subject_id: column((row) => row.subjectId),
        subject_name: column((row) => row.subjectName),
        system_id: column((row) => row.systemId),
        event: column((row) => row.event),
        detail: column((row) => row.detail),
      })} as new`)
  })
}
