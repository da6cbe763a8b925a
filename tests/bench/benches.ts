import type { Bench } from './bench.ts'

/** Every bench by name; one is loaded only when it runs. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  reconcile: async () => (await import('./collector/reconcile.ts')).bench,
  lists: async () => (await import('./collector/lists.ts')).bench,
  dashboard: async () => (await import('./dashboard/bench.ts')).bench,
  'ingest-embedded': async () => (await import('./ingest/bench.ts')).bench('pglite'),
  'ingest-postgres': async () => (await import('./ingest/bench.ts')).bench('postgres'),
  hosts: async () => (await import('./hosts/bench.ts')).bench,
  graph: async () => (await import('./graph/bench.ts')).bench,
  aws: async () => (await import('./aws/bench.ts')).bench,
  azure: async () => (await import('./azure/bench.ts')).bench,
  gcp: async () => (await import('./gcp/bench.ts')).bench,
  scan: async () => (await import('./scan/bench.ts')).bench,
  engine: async () => (await import('./engine/bench.ts')).bench,
}
