import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { heads, openDatabase } from '@ai-census/db'
import { openTestDatabase, snapshotFile } from '@ai-census/db/testing'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type CollectorProcess,
  end,
  type ProcessOptions,
  spawnCollector,
  startCollectorProcess,
} from './testing/collector-process.ts'
import { type Delivery, deliveryOf, put, putUntilTaken, startScan } from './testing/deliveries.ts'
import { expectEachOnce, expectSound } from './testing/ledger-checks.ts'
import { randomOf, uuidOf } from './testing/random.ts'

/** Kills of each database's collector. Some by default; `CRASH_ROUNDS=50` is the full hundred. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 5)
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 100_000)
const LANES = 3
/** A life is so many answers long, and a moment more, so that it ends anywhere in what the collector does. */
const MOST_ANSWERS = 20
const LONGEST_MOMENT_MS = 100
/** Making a new database takes about this long. */
const LONGEST_MAKING_MS = 4000
/** Each round starts a process of its own, which may be slow where everything runs at once. */
vi.setConfig({ testTimeout: 300_000 + ROUNDS * 60_000 })

interface Decision {
  requestId: string
  system: string
  name: string
}

/** What was sent, and what of it nobody knows the fate of. */
class Story {
  readonly sent: Delivery[] = []
  readonly unanswered = new Set<Delivery>()
  readonly decided: Decision[] = []
  readonly undecided = new Set<Decision>()
  readonly #answers = new EventEmitter()

  answered(): void {
    this.#answers.emit('answer')
  }

  async afterAnswers(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await once(this.#answers, 'answer')
  }
}

/** Puts one report after the other until the collector is gone. */
async function report(
  { client }: CollectorProcess,
  scans: string,
  first: number,
  story: Story,
  seed: number,
) {
  const random = randomOf(seed)
  for (let n = first; ; n += LANES) {
    const delivery = deliveryOf(scans, n, random)
    story.unanswered.add(delivery)
    story.sent.push(delivery)
    expect((await startScan(client, delivery.scan)).status).toBe(200)
    const { response } = await put(client, delivery)
    expect(response.status).toBe(200)
    story.unanswered.delete(delivery)
    story.answered()
  }
}

/** Decides about one system after the other, each time waiting for the inventory to follow. */
async function decide({ client }: CollectorProcess, story: Story, random: () => number) {
  for (;;) {
    const { data } = await client.GET('/api/v1/systems', { params: { query: { limit: 50 } } })
    const system = data?.rows[Math.floor(random() * data.rows.length)]
    if (!system) continue
    const decision = { requestId: uuidOf(random), system: system.id, name: `named ${story.decided.length}` }
    story.undecided.add(decision)
    story.decided.push(decision)
    expect(await file(client, decision)).toBe(201)
    story.undecided.delete(decision)
    story.answered()
  }
}

async function file(client: CollectorProcess['client'], { requestId, system, name }: Decision) {
  const body = { type: 'set-fields' as const, system, fields: { name } }
  const { response } = await client.POST('/api/v1/decisions', { body: { requestId, body } })
  return response.status
}

const isGone = (error: unknown): boolean => error instanceof TypeError && /fetch failed/.test(error.message)

/** Sends again what nobody answered, then more and more, and is killed in the middle of it. */
async function round(running: CollectorProcess, n: number, story: Story, random: () => number) {
  for (const delivery of story.unanswered) expect(await putUntilTaken(running.client, delivery)).toEqual([])
  story.unanswered.clear()
  for (const decision of story.undecided) expect(await file(running.client, decision)).toBe(201)
  story.undecided.clear()
  const scans = uuidOf(random)
  const lifeOver = story.afterAnswers(Math.floor(random() * MOST_ANSWERS))
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    report(running, scans, 1000 * n + lane, story, Math.floor(random() * 2 ** 32)),
  )
  const work = Promise.allSettled([...lanes, decide(running, story, randomOf(random() * 2 ** 32))])
  await lifeOver
  await sleep(random() * LONGEST_MOMENT_MS)
  await end(running)
  for (const outcome of await work)
    if (outcome.status === 'rejected' && !isGone(outcome.reason)) throw outcome.reason
}

async function killAndKill(options: ProcessOptions, story: Story): Promise<number> {
  const random = randomOf(SEED)
  let onTheWay = 0
  for (let n = 1; n <= ROUNDS; n++) {
    const starting = spawnCollector(options)
    if (n > 1 && random() < 0.2) {
      await sleep(random() * 1000)
      await end(starting)
      onTheWay++
    } else await round(await starting.ready, n, story, random)
  }
  const last = await startCollectorProcess(options)
  for (const delivery of story.unanswered) expect(await putUntilTaken(last.client, delivery)).toEqual([])
  for (const decision of story.undecided) expect(await file(last.client, decision)).toBe(201)
  await end(last)
  return onTheWay
}

describe.each(['pglite', 'postgres'] as const)(`a collector on %s that is killed (seed ${SEED})`, (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-crash-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it(`${ROUNDS} times has every report and decision once, starts again at once, and an inventory that follows from them`, async () => {
    const server = kind === 'postgres' ? await openTestDatabase('postgres') : null
    const story = new Story()
    const options = { folder, databaseUrl: server?.url ?? null, snapshot: await snapshotFile() }
    const onTheWay = await killAndKill(options, story)
    expect(story.sent.length).toBeGreaterThan(ROUNDS - onTheWay)

    const database = server ?? (await openDatabase({ folder }))
    await expectEachOnce(database, story.sent)
    const { rows } = await database.pool.query('select request_id from decision order by sequence')
    expect(rows.map((row) => row.request_id).sort()).toEqual(story.decided.map((d) => d.requestId).sort())
    const inventory = await expectSound(database)
    expect(inventory.systems.length).toBeGreaterThan(0)
    process.stdout.write(
      `killed ${ROUNDS} times (${onTheWay} on the way up) on ${kind}, seed ${SEED}: ` +
        `${story.sent.length} reports, ${story.decided.length} decisions, each once\n`,
    )
    await database.close()
  })
})

describe('the folder of a collector', () => {
  it('is refused in one sentence while it lives, and opens after it was killed', async () => {
    const folder = newFolder()
    const running = await startCollectorProcess({ folder, snapshot: await snapshotFile() })
    const sentence = `The data folder ${folder} is in use by process ${running.child.pid}`
    await expect(openDatabase({ folder })).rejects.toThrow(sentence)
    const second = startCollectorProcess({ folder })
    await expect(second).rejects.toThrow(new RegExp(`^${sentence}[^\n]*runs at ${running.url}\\.$`))
    await end(running)
    await (await openDatabase({ folder })).close()
  })

  it(`whose collector was killed while it made it is made whole at the next start (seed ${SEED})`, async () => {
    const folder = newFolder()
    const starting = spawnCollector({ folder })
    await sleep(randomOf(SEED)() * LONGEST_MAKING_MS)
    await end(starting)
    const database = await openDatabase({ folder })
    const { rows } = await database.pool.query('select name from schema_migration')
    expect(rows.length).toBeGreaterThan(0)
    expect(await database.orm.select().from(heads)).toHaveLength(2)
    await database.close()
  })

  it('copied while reports come in holds the copied ledger or says in one sentence that it does not open', async () => {
    const folder = newFolder()
    const running = await startCollectorProcess({ folder, snapshot: await snapshotFile() })
    const random = randomOf(SEED)
    const sent: Delivery[] = []
    const copies: { folder: string; acknowledged: Delivery[] }[] = []
    for (let n = 0; n < 20; n++) {
      const delivery = deliveryOf(uuidOf(random), n, random)
      const taken = putUntilTaken(running.client, delivery)
      if (n % 10 === 9) {
        const copy = `${newFolder()}/copy`
        copies.push({ folder: copy, acknowledged: [...sent] })
        await cp(folder, copy, { recursive: true })
        await expect(openDatabase({ folder: copy })).rejects.toThrow('is in use by process')
      }
      expect(await taken).toEqual([])
      sent.push(delivery)
    }
    await end(running)
    for (const { folder: copy, acknowledged } of copies) {
      const database = await openDatabase({ folder: copy }).catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'OperatorError', message: /does not open/ })
        return null
      })
      if (!database) continue
      const { rows } = await database.pool.query('select scan from look')
      expect(rows.map((row) => row.scan)).toEqual(
        expect.arrayContaining(acknowledged.map(({ scan }) => scan)),
      )
      await expectSound(database)
      await database.close()
    }
  })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-crash-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
