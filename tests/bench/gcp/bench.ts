import { setTimeout as sleep } from 'node:timers/promises'
import { createGcpScanner } from '@ai-census/scanner-gcp'
import { type GcpCall, NUMBER, PROJECT, startGcpStandIn } from '@ai-census/scanner-gcp/testing'
import { runScanner } from '@ai-census/scanner-kit'
import type { Bench } from '../bench.ts'

const MODELS = 300
/** What the scanner allows itself of one service in one project (`gcp.ts`). */
const PER_SECOND = 10
const BURST = 20

/** One service of one project with a request a resource, where the rate budget and nothing else is what takes time. */
export const bench: Bench = {
  title: 'Google Cloud: a service of a project against its rate budget',
  async prepare() {
    const gcp = await startGcpStandIn({ data })
    const scan = () => scanAll(gcp.url)
    await scan()
    const calls = gcp.calls.filter(({ service }) => service === 'bigquery').length
    return {
      setting: { models: MODELS, calls },
      cases: [
        {
          name: 'scan ÷ (calls ÷ rate)',
          measures: 'that descriptions are asked for as fast as the budget lets them; no network',
          bar: { id: '16', most: 1.2 },
          a: { label: 'scan', run: scan },
          b: { label: 'calls ÷ rate', run: () => sleep(((calls - BURST) / PER_SECOND) * 1000) },
          warmUp: 0,
          rounds: 2,
        },
      ],
      notMeasured: [
        'memory from 10 k to 1 M resources: tests/bench/gcp/memory.ts, by hand, in a process of its own',
      ],
      close: async () => {
        await gcp[Symbol.asyncDispose]()
      },
    }
  },
}

async function scanAll(endpoint: string): Promise<void> {
  const run = runScanner(createGcpScanner(), {
    config: { endpoint, allowInsecure: true, services: ['bigquery'] },
    fingerprintKey: 'a key for benches, and for nothing else',
  })
  for await (const { coverage } of run)
    if (coverage.status !== 'complete') throw new Error(`The scan was ${coverage.status}: ${coverage.detail}`)
}

function data({ service, path }: GcpCall): object {
  if (service === 'cloudresourcemanager')
    return { projects: [{ name: `projects/${NUMBER}`, projectId: PROJECT, state: 'ACTIVE' }] }
  if (service === 'serviceusage')
    return { services: [{ name: `projects/${NUMBER}/services/bigquery.googleapis.com`, state: 'ENABLED' }] }
  if (path.endsWith('/datasets')) return { datasets: [{ datasetReference: { datasetId: 'd' } }] }
  if (!path.endsWith('/models')) return { location: 'EU' }
  const named = (_: unknown, i: number) => ({ modelReference: { datasetId: 'd', modelId: `m${i}` } })
  return { models: Array.from({ length: MODELS }, named) }
}
