/** What looks at Azure make of the inventory: the laws of clouds, from the wire to the components. */
import { defaultSettings, emptyCatalogue, MemoryLedger, reconcile } from '@ai-census/inventory'
import {
  type ArmStandInOptions,
  all,
  look,
  OPENAI,
  refusal,
  smallSubscription,
} from '@ai-census/scanner-azure/testing'
import type { Inventory, ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'

const settings = defaultSettings
const estate = smallSubscription()
const ACCOUNTS = all('Microsoft.CognitiveServices/accounts')

/** Looks one after the other, an hour apart, as one ledger sees them. */
async function inventoryAfter(...looks: readonly ArmStandInOptions[]): Promise<Inventory> {
  const ledger = new MemoryLedger()
  for (const [hour, options] of looks.entries()) {
    const { reports } = await look(options)
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

describe('looks at Azure', () => {
  it('that are the same change nothing, however pages are cut and ids are cased', async () => {
    const loud: typeof estate = JSON.parse(
      JSON.stringify(estate).replaceAll('resourceGroups/rg-Shop', 'resourcegroups/RG-SHOP'),
    )
    const recased = Object.fromEntries(
      Object.entries(loud).map(([path, value]) => [path.toLowerCase(), value]),
    )
    const [once, twice] = [
      await inventoryAfter({ estate }),
      await inventoryAfter({ estate }, { estate: recased, pageSize: 1 }),
    ]
    expect(shape(twice)).toEqual(shape(once))
    expect(once.components.length).toBeGreaterThan(30)
  })

  it.each([
    ['denied', refusal(403, 'AuthorizationFailed')],
    ['throttled', refusal(429, 'TooManyRequests')],
    ['broken', refusal(500, 'InternalServerError')],
    ['cut off', { cut: 'before-answer' as const }],
    ['without credentials', refusal(401, 'ExpiredAuthenticationToken')],
    ['off', refusal(409, 'MissingSubscriptionRegistration')],
    ['of another version', refusal(400, 'NoRegisteredProviderFound')],
  ])('with one list %s make nothing missing', async (_, reply) => {
    const failing: ArmStandInOptions = { estate, fault: ({ path }) => (path === ACCOUNTS ? reply : null) }
    expect(missing(await inventoryAfter({ estate }, failing, failing))).toEqual([])
  })

  it('with one deployment less make exactly that one missing', async () => {
    const path = `${OPENAI}/deployments`.toLowerCase()
    const deployments = estate[path]
    const fewer = { ...estate, [path]: Array.isArray(deployments) ? deployments.slice(0, 1) : [] }
    expect(missing(await inventoryAfter({ estate }, { estate: fewer }))).toEqual(['embed'])
  })

  it('join the calls of a deployment with the deployment', async () => {
    const { components } = await inventoryAfter({ estate })
    const chat = components.filter(({ name }) => name === 'chat')
    expect(chat).toMatchObject([{ kind: 'endpoint', grade: 'used', supplier: 'azure-openai' }])
  })

  it('at a server that does not know managed compute still see what went away', async () => {
    const path = `${OPENAI}/deployments`.toLowerCase()
    const deployments = estate[path]
    const fewer = { ...estate, [path]: Array.isArray(deployments) ? deployments.slice(0, 1) : [] }
    const fault: ArmStandInOptions['fault'] = (call) =>
      call.path.endsWith('/managedcomputedeployments') ? { status: 404, text: '<html>' } : null
    expect(missing(await inventoryAfter({ estate, fault }, { estate: fewer, fault }))).toEqual(['embed'])
  })

  it('count a model and its versions as one', async () => {
    const { components } = await inventoryAfter({ estate })
    expect(components.filter(({ name, kind }) => name === 'fraud' && kind === 'model')).toHaveLength(1)
  })
})
