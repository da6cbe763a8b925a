import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@ai-census/db'
import { type Client, openClient } from '@ai-census/db/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CollectorProcess, end, startCollectorProcess } from '../testing/collector-process.ts'
import {
  type Delivery,
  deliveryOf,
  put,
  putUntilTaken,
  type Refusal,
  startScan,
} from '../testing/deliveries.ts'
import { expectEachOnce, expectSound } from '../testing/ledger-checks.ts'
import { type OwnPostgres, ownPostgres } from '../testing/own-postgres.ts'
import { randomOf, uuidOf } from '../testing/random.ts'

/** Much is done in each test, and all at once with others. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 100_000)
const LANES = 4

/** A refusal that a scanner can work with: come again soon, and nothing of what went wrong inside. */
function expectComeAgain(refusals: readonly Refusal[]): void {
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ status: 503, type: 'application/problem+json', retryAfter: '1' })
    expect(refusal.body).not.toMatch(/\bat \/|node_modules|select|insert|postgres/)
  }
}

describe(`a collector whose PostgreSQL has trouble (seed ${SEED})`, () => {
  const random = randomOf(SEED)
  let own: OwnPostgres
  let running: CollectorProcess
  let sent: Delivery[] = []

  beforeAll(async () => {
    own = await ownPostgres('away')
  })
  afterAll(() => own.close())
  afterEach(async () => {
    expect(running.said(), 'the collector had nothing to die of').toBe('')
    await end(running)
    await asAdmin((admin) => admin.query('drop schema public cascade; create schema public'))
  })

  const start = async (parameters = '') => {
    sent = []
    running = await startCollectorProcess({
      folder: join(own.folder, uuidOf(random)),
      databaseUrl: own.url + parameters,
    })
  }

  async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
    const admin = await openClient(own.url)
    try {
      return await work(admin)
    } finally {
      await admin.end()
    }
  }

  /** Puts reports until `trouble` is over and a few more have gone through. Gives the refusals. */
  async function putWhile(trouble: () => Promise<unknown>): Promise<Refusal[]> {
    const refusals: Refusal[] = []
    const state = { over: false }
    const scans = uuidOf(random)
    const seeds = Array.from({ length: LANES }, () => random() * 2 ** 32)
    const lane = async (seed: number, first: number) => {
      const own = randomOf(seed)
      for (let n = first, after = 0; after < 3; n += LANES) {
        const delivery = deliveryOf(scans, n, own)
        sent.push(delivery)
        refusals.push(...(await putUntilTaken(running.client, delivery)))
        if (state.over) after++
      }
    }
    const lanes = Promise.all(seeds.map(lane))
    await trouble()
    state.over = true
    await lanes
    return refusals
  }

  const statusOf = async (path: string): Promise<number> => (await fetch(running.url + path)).status

  async function expectNothingLost(): Promise<void> {
    expect(running.child.exitCode, 'the collector lives').toBeNull()
    expect(await statusOf('/readyz')).toBe(200)
    const database = await openDatabase({ url: own.url })
    await expectEachOnce(database, sent)
    await expectSound(database)
    await database.close()
  }

  it('loses and doubles nothing while the server is shut down at once and started, again and again', async () => {
    await start()
    const refusals = await putWhile(async () => {
      for (let i = 0; i < 4; i++) {
        await sleep(random() * 400)
        await own.server.crash()
        expect(await statusOf('/readyz')).toBe(503)
        expect(await statusOf('/healthz')).toBe(200)
        await sleep(random() * 200)
        await own.server.startAgain()
      }
    })
    expect(refusals.length).toBeGreaterThan(0)
    expectComeAgain(refusals)
    await expectNothingLost()
  })

  it('loses and doubles nothing while its connections are cut, whatever they are at', async () => {
    await start()
    let cut = 0
    const refusals = await putWhile(() =>
      asAdmin(async (admin) => {
        for (let i = 0; i < 60; i++) {
          const { rowCount } = await admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = 'ai-census' and (state <> 'idle' or random() < 0.05)`,
          )
          cut += rowCount ?? 0
          await sleep(random() * 40)
        }
      }),
    )
    expect(cut).toBeGreaterThan(10)
    expectComeAgain(refusals)
    await expectNothingLost()
  })

  it('asks to come again when a statement waits too long for a lock, and serves when it is free', async () => {
    await start('&lock_timeout=300')
    const refusals: Refusal[] = []
    await asAdmin(async (admin) => {
      await admin.query('begin; lock table look in access exclusive mode')
      const waiting = putWhile(async () => sleep(3000)).then((some) => refusals.push(...some))
      await sleep(1500)
      expect(await statusOf('/healthz')).toBe(200)
      await admin.query('rollback')
      await waiting
    })
    expect(refusals.length).toBeGreaterThan(0)
    expectComeAgain(refusals)
    await expectNothingLost()
  })

  it('asks to come again when all its connections wait, and serves when one is free', async () => {
    await start('&lock_timeout=60000')
    const scans = Array.from({ length: 14 }, (_, n) => deliveryOf(uuidOf(random), n, random))
    sent.push(...scans)
    await asAdmin(async (admin) => {
      await admin.query('begin; lock table look in access exclusive mode')
      const early: { status: number; retryAfter: string | null }[] = []
      const waiting = scans.map(async (delivery) => {
        const first = await startScan(running.client, delivery.scan)
        const { response } = first.ok ? await put(running.client, delivery) : { response: first }
        early.push({ status: response.status, retryAfter: response.headers.get('retry-after') })
      })
      // The pool has ten connections; who gets none in ten seconds is told so.
      while (early.length < 4) await sleep(100)
      expect(early).toEqual(early.map(() => ({ status: 503, retryAfter: '1' })))
      expect(await statusOf('/readyz')).toBe(503)
      await admin.query('rollback')
      await Promise.all(waiting)
    })
    for (const delivery of sent) expect(await putUntilTaken(running.client, delivery)).toEqual([])
    await expectNothingLost()
  })

  it('asks to come again when the server gives it no connection, and serves when it does', async () => {
    await start()
    const hogs: Client[] = []
    const refusals = await putWhile(async () => {
      try {
        // What the collector gets in between is cut again, until it has none.
        for (let without = 0; without < 3; ) {
          while (await hog(hogs, own.url));
          await cutCollector(hogs[0])
          while (await hog(hogs, own.url));
          without = (await statusOf('/readyz')) === 503 ? without + 1 : 0
        }
        await sleep(300)
      } finally {
        await Promise.all(hogs.map((one) => one.end()))
      }
    })
    expect(refusals.length).toBeGreaterThan(0)
    expectComeAgain(refusals)
    await expectNothingLost()
  })
})

/** Takes one of the server's connections; false when it has no more. */
async function hog(hogs: Client[], url: string): Promise<boolean> {
  try {
    hogs.push(await openClient(url))
    return true
  } catch {
    return false
  }
}

const cutCollector = (by: Client | undefined) =>
  by?.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ai-census'`)
