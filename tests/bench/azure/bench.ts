import { createAzureScanner } from '@ai-census/scanner-azure'
import { ACCOUNTS, all, type Estate, idOf, SUB, startArmStandIn } from '@ai-census/scanner-azure/testing'
import type { Bench } from '../bench.ts'
import { memoryByHand, rateCase, scanWhole } from '../clouds/rate.ts'

const DATABASES = 300
/** What the scanner allows itself of Resource Manager in one subscription (`rates.ts`). */
const RATE = { perSecond: 20, burst: 100 }

/** One service of one subscription with a request a resource, where the rate budget and nothing else is what takes time. */
export const bench: Bench = {
  title: 'Azure: a service of a subscription against its rate budget',
  async prepare() {
    const arm = await startArmStandIn({ estate: estate() })
    const config = { endpoint: arm.url, allowInsecure: true, services: ['microsoft.dbforpostgresql'] }
    const scan = () => scanWhole(createAzureScanner(), config)
    await scan()
    const calls = arm.calls.length
    return {
      setting: { servers: DATABASES, calls },
      cases: [rateCase(scan, calls, RATE)],
      notMeasured: [memoryByHand('azure')],
      close: async () => {
        await arm[Symbol.asyncDispose]()
      },
    }
  },
}

function estate(): Estate {
  const type = 'Microsoft.DBforPostgreSQL/flexibleServers'
  const servers = Array.from({ length: DATABASES }, (_, i) => idOf(type, `server-${i}`))
  const allowed = { properties: { value: 'VECTOR' } }
  return {
    '/subscriptions': [{ id: SUB, subscriptionId: SUB.split('/').at(-1), displayName: 'Bench' }],
    [`${SUB}/providers`]: [],
    [all(ACCOUNTS)]: [],
    [all(type)]: servers.map((id) => ({ id, name: id.split('/').at(-1) })),
    ...Object.fromEntries(
      servers.map((id) => [`${id}/configurations/azure.extensions`.toLowerCase(), allowed]),
    ),
  }
}
