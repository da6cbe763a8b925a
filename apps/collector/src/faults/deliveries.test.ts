import { withDatabases } from '@ai-census/db/testing'
import { canonicalJson } from '@ai-census/schema'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { type Delivery, put, startScan } from '../testing/deliveries.ts'
import { expectEachOnce, settled } from '../testing/ledger-checks.ts'
import { randomOf, shuffled, uuidOf } from '../testing/random.ts'
import { clientOf, day, finding, report } from '../testing/requests.ts'

/** Much is done in each test, and all at once with others. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const SCOPES = 3
const LOOKS = 3
const CASES = Number(process.env.FAULT_CASES ?? 6)

withDatabases('reports, however they come', (database) => {
  let collector: TestCollector
  /** No look is later than its arrival: what the story tells has happened by now. */
  const start = (): TestCollector => {
    const started = testCollector(database())
    started.clock.reach(day(LOOKS))
    return started
  }
  beforeEach(() => {
    collector = start()
  })
  afterEach(() => collector.stop())

  async function deliver(...deliveries: Delivery[]): Promise<void> {
    const client = clientOf(collector)
    await Promise.all(
      deliveries.map(async (delivery) => {
        expect((await startScan(client, delivery.scan)).status).toBe(200)
        expect((await put(client, delivery)).response.status).toBe(200)
      }),
    )
  }

  /** An empty database's inventory after these batches; those of one batch are sent at once. */
  async function inventoryAfter(batches: readonly Delivery[][]): Promise<string> {
    await collector.stop()
    await database().empty()
    collector = start()
    for (const batch of batches) await deliver(...batch)
    await settled(collector)
    return canonicalJson(await readInventory(collector.deps))
  }

  /** Each scan looks once at every scope; some findings come and go, some change their name. */
  const story = (seed: number, keepAll: boolean): Delivery[][] => {
    const random = randomOf(seed)
    return Array.from({ length: LOOKS }, (_, n) => {
      const scan = uuidOf(random)
      return Array.from({ length: SCOPES }, (_, scope) => {
        const keys = ['a', 'b', 'c', 'd'].filter(() => keepAll || random() < 0.7)
        const findings = keys.map((key) => finding(key, { name: `${key} ${random() < 0.5 ? n : ''}` }))
        return { scan, report: report({ scope: `git:acme/s${scope}`, at: day(n), findings }) }
      })
    })
  }

  it('are one when one is sent twenty times at once', async () => {
    const [[delivery] = []] = story(1, true)
    if (!delivery) throw new Error('a story has a delivery')
    await deliver(...Array<Delivery>(20).fill(delivery))
    await expectEachOnce(database(), [delivery])
  })

  it('of two scanners that look at one scope at once are both kept, and the newer look stands', async () => {
    const [first = [], second = []] = story(2, true)
    for (let i = 0; i < 5; i++) {
      const wanted = namesOf(await inventoryAfter([first, second]))
      const both = await inventoryAfter([shuffled([...first, ...second], randomOf(i))])
      expect(namesOf(both)).toEqual(wanted)
      await expectEachOnce(database(), [...first, ...second])
    }
  })

  it('give one inventory when scopes overtake each other and every report comes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2 ** 31), async (seed) => {
        const random = randomOf(seed)
        const looks = story(seed, false)
        const wanted = await inventoryAfter(looks)
        // Of one scope in their order, of different scopes in any; what was sent once is sent again at any time.
        const lanes = Array.from({ length: SCOPES }, (_, scope) => looks.flatMap((all) => all[scope] ?? []))
        const order = shuffled(
          lanes.flatMap((lane, scope) => lane.map(() => scope)),
          random,
        )
        const batches: Delivery[][] = []
        const sent: Delivery[] = []
        for (const scope of order) {
          const next = lanes[scope]?.shift()
          if (next) sent.push(next)
          const again = sent.filter(() => random() < 0.3)
          batches.push([...(next ? [next] : []), ...again])
        }
        expect(await inventoryAfter(batches)).toBe(wanted)
        await expectEachOnce(database(), sent)
      }),
      { numRuns: CASES },
    )
  })

  it('give one inventory when those that come late say only what was known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2 ** 31), async (seed) => {
        const looks = story(seed, true)
        const inOrder = await inventoryAfter(looks)
        const newestFirst = await inventoryAfter([...looks].reverse())
        expect(namesOf(newestFirst)).toEqual(namesOf(inOrder))
      }),
      { numRuns: CASES },
    )
  })
})

function namesOf(inventory: string): string[] {
  const { components } = JSON.parse(inventory)
  return components.map(
    (one: { name: string; state: string; lastSeenAt: string }) =>
      `${one.name} ${one.state} ${one.lastSeenAt}`,
  )
}
