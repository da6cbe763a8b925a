/** What looks at Google Cloud make of the inventory: the laws of clouds, from the wire to the components. */
import { defaultSettings, emptyCatalogue, MemoryLedger, reconcile } from '@ai-census/inventory'
import { estate, type Fault, type GcpStandInOptions, look } from '@ai-census/scanner-gcp/testing'
import type { Inventory, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'

const settings = defaultSettings
const data = estate()

/** Looks one after the other, an hour apart, as one ledger sees them. */
async function inventoryAfter(...looks: readonly (GcpStandInOptions & { config?: object })[]) {
  const ledger = new MemoryLedger()
  for (const [hour, options] of looks.entries()) {
    const { reports } = await look(options, options.config)
    for (const report of Object.values(reports))
      ledger.record(at(report, hour), { scan: `scan-${hour}`, settings })
  }
  return reconcile({
    ...ledger.facts({ now: instant(looks.length), catalogue: emptyCatalogue, settings }),
    settings,
  })
}
const instant = (hour: number) => new Date(Date.UTC(2026, 10, 20, 12 + hour)).toISOString()
const at = (report: ScanReport, hour: number): ScanReport => ({
  ...report,
  startedAt: instant(hour),
  finishedAt: instant(hour),
})
const missing = ({ components }: Inventory) =>
  components.filter(({ state }) => state !== 'seen').map(({ name }) => name)
const shape = ({ components }: Inventory) => components.map(({ id, state, grade }) => [id, state, grade])

describe('looks at Google Cloud', () => {
  it('that are the same change nothing, whichever name the project goes by', async () => {
    const once = await inventoryAfter({ data })
    const again = { data, pageSize: 1, config: { projects: 'acme-prod' } }
    expect(shape(await inventoryAfter({ data }, again))).toEqual(shape(once))
    expect(once.components.length).toBeGreaterThan(40)
  })

  it.each<[string, Fault]>([
    ['denied', { status: 403, code: 'PERMISSION_DENIED' }],
    ['throttled', { status: 429, code: 'RESOURCE_EXHAUSTED' }],
    ['broken', { status: 500, code: 'INTERNAL' }],
    ['cut off', { cut: 'before-answer' }],
    ['without credentials', { status: 401, code: 'UNAUTHENTICATED' }],
    ['off', { status: 403, code: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED' }],
  ])('with Vertex AI %s make nothing missing', async (_, fault) => {
    const failing: GcpStandInOptions = {
      data,
      fault: ({ service }) => (service === 'aiplatform' ? fault : null),
    }
    expect(missing(await inventoryAfter({ data }, failing, failing))).toEqual([])
  })

  it('with one endpoint less make exactly that one missing', async () => {
    const fewer: GcpStandInOptions = {
      data: (call) => {
        const answer = data(call)
        return answer && 'endpoints' in answer && Array.isArray(answer.endpoints)
          ? { endpoints: answer.endpoints.filter(({ displayName }) => displayName !== 'empty') }
          : answer
      },
    }
    expect(missing(await inventoryAfter({ data }, fewer))).toEqual(['empty'])
  })

  it('join the calls of an endpoint with the endpoint', async () => {
    const { components } = await inventoryAfter({ data })
    expect(components.find(({ name, kind }) => name === 'fraud' && kind === 'endpoint')?.grade).toBe('used')
  })

  it('count a model and its versions as one', async () => {
    const { components } = await inventoryAfter({ data })
    expect(components.filter(({ name }) => name === 'fraud-llama').map(({ kind }) => kind)).toEqual(['model'])
  })

  it('make no system of a catalogue', async () => {
    const models = Array.from({ length: 1000 }, (_, n) => ({ name: `publishers/maker${n % 9}/models/m${n}` }))
    const inventory = await inventoryAfter({
      data: (call) => {
        if (call.path === '/v1beta1/publishers/*/models') return { publisherModels: models }
        return ['cloudresourcemanager', 'serviceusage'].includes(call.service) ? data(call) : undefined
      },
      config: { services: ['modelgarden'] },
    })
    expect(inventory.components.map(({ grade }) => grade)).toEqual(Array(9).fill('available'))
    expect(inventory.systems).toEqual([])
  })
})
