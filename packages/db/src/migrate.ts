import { createHash } from 'node:crypto'
import type pg from 'pg'
import { OperatorError } from './errors.ts'
import { migrations } from './migrations/embedded.ts'

export interface Migration {
  /** File name without ending, `0000_first`; sorted by it. */
  name: string
  sql: string
}

/** One writer at a time; a session that dies gives it back. */
const LOCK = 7_420_001

/** One session of any driver. Without values, `sql` may be several statements. */
export interface Session {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Brings the database forward to this program, in one transaction. Never backward: a database that a newer
 * program migrated is refused with an OperatorError, as is one whose applied migrations differ from ours.
 * Gives the number of migrations applied.
 */
export async function migrate(pool: pg.Pool, steps: readonly Migration[] = migrations): Promise<number> {
  const client = await pool.connect()
  try {
    return await migrateSession(client, steps)
  } finally {
    client.release()
  }
}

export async function migrateSession(
  session: Session,
  steps: readonly Migration[] = migrations,
): Promise<number> {
  await session.query('begin')
  try {
    // Another collector may be at it, which takes as long as it takes.
    await session.query('set local lock_timeout = 0')
    await session.query('select pg_advisory_xact_lock($1)', [LOCK])
    const applied = await listApplied(session)
    refuseForeign(applied, steps)
    for (const step of steps.slice(applied.length)) await apply(session, step)
    await session.query('commit')
    return steps.length - applied.length
  } catch (error) {
    await session.query('rollback')
    throw error
  }
}

interface Applied {
  name: string
  hash: string
}

async function listApplied(session: Session): Promise<Applied[]> {
  await session.query(
    `create table if not exists schema_migration (
       name text primary key, hash text not null, applied_at timestamptz not null default now())`,
  )
  const { rows } = await session.query('select name, hash from schema_migration order by name')
  return rows as Applied[] // the columns are named in the query
}

function refuseForeign(applied: readonly Applied[], steps: readonly Migration[]): void {
  const newest = applied.at(-1)
  if (newest && applied.length > steps.length)
    throw new OperatorError(
      `The database was written by a newer AI Census (at ${newest.name}, this one knows ${steps.at(-1)?.name}); use that version.`,
    )
  const odd = applied.find((row, i) => row.name !== steps[i]?.name || row.hash !== hashOf(steps[i].sql))
  if (odd)
    throw new OperatorError(
      `The database's migration ${odd.name} is not the one of this AI Census; use the version that wrote it.`,
    )
}

/** Throws an OperatorError unless the database is exactly where this program left it: another one may move it on. */
export async function assertMigrated(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Applied>('select name, hash from schema_migration order by name')
  refuseForeign(rows, migrations)
  if (rows.length < migrations.length)
    throw new OperatorError(
      `The database is at ${rows.at(-1)?.name}; this AI Census needs ${migrations.at(-1)?.name}.`,
    )
}

async function apply(session: Session, step: Migration): Promise<void> {
  await session.query(step.sql)
  await session.query('insert into schema_migration (name, hash) values ($1, $2)', [
    step.name,
    hashOf(step.sql),
  ])
}

const hashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex')
