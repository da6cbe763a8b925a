import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** One registry per collector, so that two in one process (tests) do not share figures. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'ai_census_' })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'ai_census_http_request_seconds',
      help: 'Time to answer, by endpoint and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    reports: new Counter({
      name: 'ai_census_reports_total',
      help: 'Reports taken into the ledger, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    reconcile: new Histogram({
      name: 'ai_census_reconcile_seconds',
      help: 'Time of one reconciliation',
      buckets: [0.01, 0.05, 0.2, 1, 5, 30],
      registers,
    }),
    behind: new Gauge({
      name: 'ai_census_inventory_behind',
      help: 'Ledger events that the inventory has not followed yet',
      registers,
    }),
  }
}
