/** What looks at AWS make of the inventory: the laws of clouds, from the wire to the components. */
import { defaultSettings, emptyCatalogue, MemoryLedger, reconcile } from '@ai-census/inventory'
import {
  type AwsStandInOptions,
  everything,
  type Fault,
  look,
  organisationData,
  smallAccount,
} from '@ai-census/scanner-aws/testing'
import type { Inventory, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'

const settings = defaultSettings
const services = ['sagemaker', 'bedrock-agent', 'cloudwatch', 'cloudtrail', 'lambda']
const data = smallAccount({ regions: ['eu-west-1', 'us-east-1'] })

/** Looks one after the other, an hour apart, as one ledger sees them. */
async function inventoryAfter(...looks: readonly AwsStandInOptions[]): Promise<Inventory> {
  const ledger = new MemoryLedger()
  for (const [hour, options] of looks.entries()) {
    const { reports } = await look(options, { services })
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

describe('looks at AWS', () => {
  it('that are the same change nothing', async () => {
    const [once, twice] = [
      await inventoryAfter({ data }),
      await inventoryAfter({ data }, { data, pageSize: 1 }),
    ]
    const shape = ({ components }: Inventory) => components.map(({ id, state, grade }) => [id, state, grade])
    expect(shape(twice)).toEqual(shape(once))
    expect(once.components.length).toBeGreaterThan(8)
  })

  it.each<[string, Fault]>([
    ['denied', { status: 403, code: 'AccessDeniedException' }],
    ['throttled', { status: 429, code: 'ThrottlingException' }],
    ['broken', { status: 500, code: 'InternalFailure' }],
    ['cut off', { cut: 'before-answer' }],
    ['without credentials', { status: 403, code: 'ExpiredTokenException' }],
    ['off', { status: 403, code: 'OptInRequired' }],
  ])('with one region %s make nothing missing', async (_, fault) => {
    const failing: AwsStandInOptions = {
      data,
      fault: ({ region, operation }) =>
        region === 'us-east-1' && !operation.startsWith('sts:') ? fault : null,
    }
    expect(missing(await inventoryAfter({ data }, failing, failing))).toEqual([])
  })

  it('with one endpoint less make exactly that one missing', async () => {
    const fewer: AwsStandInOptions = {
      data: (call) => {
        const output = data(call)
        if (call.operation !== 'sagemaker:ListEndpoints' || call.region !== 'us-east-1' || !output)
          return output
        return 'Endpoints' in output && Array.isArray(output.Endpoints)
          ? { Endpoints: output.Endpoints.slice(0, 2) }
          : output
      },
    }
    // The small account says the same in each region; the ARNs of both must differ for this.
    const regional = (options: AwsStandInOptions): AwsStandInOptions => ({
      data(call) {
        const answer = options.data(call)
        // What it knows nothing of, the stand-in answers by itself.
        return answer
          ? JSON.parse(JSON.stringify(answer).replaceAll(':eu-west-1:', `:${call.region}:`), dates)
          : answer
      },
    })
    expect(missing(await inventoryAfter(regional({ data }), regional(fewer)))).toEqual(['search'])
  })

  it('join the calls of a model with the model, and of an endpoint with the endpoint', async () => {
    const { components } = await inventoryAfter({ data })
    const claude = components.filter(({ name }) => name.includes('claude'))
    expect(claude.every(({ grade }) => grade === 'used')).toBe(true)
    expect(components.find(({ name, kind }) => name === 'fraud' && kind === 'endpoint')?.grade).toBe('used')
  })

  it('make no system of a catalogue', async () => {
    const { reports } = await look(
      {
        data: (call) =>
          call.operation === 'bedrock:ListFoundationModels' ? data(call) : organisationData({}, call),
      },
      { services: ['bedrock'] },
    )
    const ledger = new MemoryLedger()
    for (const report of Object.values(reports)) ledger.record(report, { scan: 'scan-1', settings })
    const inventory = reconcile({
      ...ledger.facts({ now: instant(1), catalogue: emptyCatalogue, settings }),
      settings,
    })
    expect(inventory.systems).toEqual([])
  })

  it('of everything that AWS can answer reconcile', async () => {
    const ledger = new MemoryLedger()
    const { reports } = await look({ data: (call) => organisationData({}, call) ?? everything(call) })
    for (const report of Object.values(reports)) ledger.record(report, { scan: 'scan-1', settings })
    const { components } = reconcile({
      ...ledger.facts({ now: instant(1), catalogue: emptyCatalogue, settings }),
      settings,
    })
    expect(components.length).toBeGreaterThan(120)
  })
})

/** Instants came as dates and must go on as dates. */
const dates = (_: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value
