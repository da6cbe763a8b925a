import type { Deps } from '../deps.ts'
import type { Gauge } from '../http/metrics.ts'
import { readHeads } from './readiness.ts'

/** What the database says of itself when it is asked. */
export async function databaseGauges(deps: Deps): Promise<Gauge[]> {
  const { ledger, inventory, decisions, lag } = await readHeads(deps)
  const { pool } = deps.database
  return [
    { name: 'ai_census_ledger_position', help: 'The last event of the ledger.', value: ledger },
    {
      name: 'ai_census_inventory_position',
      help: 'The last event that the inventory has followed.',
      value: inventory,
    },
    { name: 'ai_census_decisions', help: 'Decisions in the log.', value: decisions },
    {
      name: 'ai_census_reconcile_lag_events',
      help: 'Events that the inventory has not followed yet.',
      value: lag.events,
    },
    {
      name: 'ai_census_reconcile_lag_seconds',
      help: 'For how long the first of them waits.',
      value: lag.seconds,
    },
    { name: 'ai_census_db_connections', help: 'Connections to the database.', value: pool.totalCount },
    { name: 'ai_census_db_connections_idle', help: 'Those that are free.', value: pool.idleCount },
    { name: 'ai_census_db_waiting', help: 'Queries that wait for a connection.', value: pool.waitingCount },
  ]
}
