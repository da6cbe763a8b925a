import { setTimeout as sleep } from 'node:timers/promises'
import { createAzureScanner } from '@ai-census/scanner-azure'
import { ACCOUNTS, all, type Estate, idOf, SUB, startArmStandIn } from '@ai-census/scanner-azure/testing'
import { runScanner } from '@ai-census/scanner-kit'
import type { Bench } from '../bench.ts'

const DATABASES = 300
/** What the scanner allows itself of Resource Manager in one subscription (`rates.ts`). */
const PER_SECOND = 20
const BURST = 100

/** One service of one subscription with a request a resource, where the rate budget and nothing else is what takes time. */
export const bench: Bench = {
  title: 'Azure: a service of a subscription against its rate budget',
  async prepare() {
    const arm = await startArmStandIn({ estate: estate() })
    const scan = () => scanAll(arm.url)
    await scan()
    const calls = arm.calls.length
    return {
      setting: { servers: DATABASES, calls },
      cases: [
        {
          name: 'scan ÷ (calls ÷ rate)',
          measures: 'that details are asked for as fast as the budget lets them; no network',
          bar: { id: '16', most: 1.2 },
          a: { label: 'scan', run: scan },
          b: { label: 'calls ÷ rate', run: () => sleep(((calls - BURST) / PER_SECOND) * 1000) },
          warmUp: 0,
          rounds: 2,
        },
      ],
      notMeasured: [
        'memory from 10 k to 1 M resources: tests/bench/azure/memory.ts, by hand, in a process of its own',
      ],
      close: async () => {
        await arm[Symbol.asyncDispose]()
      },
    }
  },
}

async function scanAll(endpoint: string): Promise<void> {
  const run = runScanner(createAzureScanner(), {
    config: { endpoint, allowInsecure: true, services: ['microsoft.dbforpostgresql'] },
    fingerprintKey: 'a key for benches, and for nothing else',
  })
  for await (const { coverage } of run)
    if (coverage.status !== 'complete') throw new Error(`The scan was ${coverage.status}: ${coverage.detail}`)
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
