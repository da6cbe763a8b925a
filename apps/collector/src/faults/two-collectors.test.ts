import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { canonicalJson } from '@ai-census/schema'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CollectorProcess, end, startCollectorProcess } from '../testing/collector-process.ts'
import { type Delivery, deliveryOf, nameOf, putUntilTaken } from '../testing/deliveries.ts'
import { expectEachOnce, expectSound } from '../testing/ledger-checks.ts'
import { randomOf, uuidOf } from '../testing/random.ts'

/** Much is done in each test, and all at once with others. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 100_000)
const REPORTS = 48
const LANES = 3

describe(`two collectors on one PostgreSQL (seed ${SEED})`, () => {
  const random = randomOf(SEED)
  let folder: string
  let database: TestDatabase
  let a: CollectorProcess
  let b: CollectorProcess
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ai-census-two-'))
    database = await openTestDatabase('postgres')
    ;[a, b] = await Promise.all([start('a', database), start('b', database)])
  })
  beforeEach(() => database.empty())
  afterAll(async () => {
    await Promise.all([end(a), end(b)])
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const start = (name: string, { url }: TestDatabase) =>
    startCollectorProcess({ folder: join(folder, name), databaseUrl: url })

  const deliveries = (): Delivery[] => {
    const scans = uuidOf(random)
    return Array.from({ length: REPORTS }, (_, n) => deliveryOf(scans, n, random))
  }

  /** Puts them from several lanes; the n-th goes to the collector that `choose` names by then. */
  async function putAll(all: readonly Delivery[], choose: (n: number) => CollectorProcess): Promise<void> {
    let next = 0
    const lane = async () => {
      for (let n = next++; n < all.length; n = next++) {
        const delivery = all[n]
        if (delivery) await putAt(delivery, () => choose(n))
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  it('take half of the reports each, and the inventory is a single collector’s to the byte', async () => {
    const all = deliveries()
    await putAll(all, (n) => (n % 2 ? a : b))
    await expectEachOnce(database, all)
    const together = await expectSound(database)

    const { rows } = await database.pool.query('select scan, scope_key from look order by position')
    const order = rows.map(({ scan, scope_key }) => `${scan} ${scope_key}`)
    const alone = await openTestDatabase('postgres')
    const single = await start('single', alone)
    const byName = new Map(all.map((one) => [nameOf(one), one]))
    for (const name of order) {
      const delivery = byName.get(name)
      if (delivery) await putUntilTaken(single.client, delivery)
    }
    await end(single)
    expect(canonicalJson(await expectSound(alone))).toBe(canonicalJson(together))
    await alone.close()
  })

  it('take decisions at once into one log, without a gap', async () => {
    await putAll(deliveries(), (n) => (n % 2 ? a : b))
    await expectSound(database)
    const { data } = await a.client.GET('/api/v1/systems', { params: { query: { limit: 50 } } })
    const systems = data?.rows ?? []
    expect(systems.length).toBeGreaterThan(2)
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, n) => {
        const body = {
          type: 'set-fields' as const,
          system: systems[n % systems.length]?.id ?? '',
          fields: { name: `name ${n}` },
        }
        const { response } = await (n % 2 ? a : b).client.POST('/api/v1/decisions', { body: { body } })
        return response.status
      }),
    )
    expect(answers).toEqual(Array(24).fill(201))
    const { rows } = await database.pool.query('select sequence from decision order by position')
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1))
    await expectSound(database)
  })

  it('tell who listens at one of them what happens at the other', async () => {
    const headers = { authorization: `Bearer ${a.token}` }
    const stream = await fetch(`${a.url}/api/v1/events`, { headers })
    const heard = readUntil(stream, (text) => /event: scan/.test(text) && /event: inventory/.test(text))
    // What was sent before it listened is not heard, so more is sent until it is.
    const state = { heard: false }
    void heard.then(() => {
      state.heard = true
    })
    for (let n = 0; !state.heard; n++) await putUntilTaken(b.client, deliveryOf(uuidOf(random), n, random))
    expect(await heard).toContain('event: scan')
  })

  it('lose nothing when one of them is killed at work: the other goes on', async () => {
    const all = deliveries()
    let taken = 0
    const dies = Math.floor(random() * (REPORTS / 2))
    await putAll(all, (n) => {
      if (++taken === dies) b.child.kill('SIGKILL')
      return n % 2 && taken < dies ? b : a
    })
    await expectEachOnce(database, all)
    const inventory = await expectSound(database)
    const { data } = await a.client.GET('/api/v1/systems')
    expect(data?.total).toBe(inventory.systems.length)
  })
})

/** A collector that is gone is replaced by whom `choose` names then. */
async function putAt(delivery: Delivery, choose: () => CollectorProcess): Promise<void> {
  for (;;) {
    try {
      expect(await putUntilTaken(choose().client, delivery)).toEqual([])
      return
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
}

async function readUntil(stream: Response, enough: (text: string) => boolean): Promise<string> {
  let text = ''
  for await (const chunk of stream.body ?? []) {
    text += new TextDecoder().decode(chunk)
    if (enough(text)) return text
  }
  throw new Error(`the stream ended after ${text}`)
}
