import { createGcpScanner } from '@ai-census/scanner-gcp'
import { type GcpCall, NUMBER, PROJECT, startGcpStandIn } from '@ai-census/scanner-gcp/testing'
import type { Bench } from '../bench.ts'
import { memoryByHand, rateCase, scanWhole } from '../clouds/rate.ts'

const MODELS = 300
/** What the scanner allows itself of one service in one project (`gcp.ts`). */
const RATE = { perSecond: 10, burst: 20 }

/** One service of one project with a request a resource, where the rate budget and nothing else is what takes time. */
export const bench: Bench = {
  title: 'Google Cloud: a service of a project against its rate budget',
  async prepare() {
    const gcp = await startGcpStandIn({ data })
    const config = { endpoint: gcp.url, allowInsecure: true, services: ['bigquery'] }
    const scan = () => scanWhole(createGcpScanner(), config)
    await scan()
    const calls = gcp.calls.filter(({ service }) => service === 'bigquery').length
    return {
      setting: { models: MODELS, calls },
      cases: [rateCase(scan, calls, RATE)],
      notMeasured: [memoryByHand('gcp')],
      close: async () => {
        await gcp[Symbol.asyncDispose]()
      },
    }
  },
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
