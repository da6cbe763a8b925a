import pg from 'pg'

/**
 * Empties every table but the record of migrations, and puts the heads back to the start. The log of decisions refuses
 * that; whoever owns the database can silence it.
 */
export async function emptyDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ names: string }>(`
    select string_agg(quote_ident(tablename), ', ') as names from pg_tables
    where schemaname = 'public' and tablename not in ('schema_migration', 'head')`)
  await untilNoDeadlock(() =>
    pool.query(`
    alter table decision disable trigger user;
    truncate ${rows[0]?.names};
    alter table decision enable trigger user;
    update head set position = 0, at = '1970-01-01T00:00:00Z', basis = null`),
  )
}

const DEADLOCK = '40P01'
const MOST_TRIES = 10

/** It locks every table, while a collector may still be at work in some; then PostgreSQL ends one of the two. */
async function untilNoDeadlock(run: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await run()
      return
    } catch (error) {
      const isDeadlock = error instanceof pg.DatabaseError && error.code === DEADLOCK
      if (!isDeadlock || tries === MOST_TRIES) throw error
    }
  }
}
