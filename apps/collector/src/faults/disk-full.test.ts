import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@ai-census/db'
import { snapshotFile } from '@ai-census/db/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  type CollectorProcess,
  end,
  type ProcessOptions,
  startCollectorProcess,
} from '../testing/collector-process.ts'
import { type Delivery, put, putUntilTaken, startScan } from '../testing/deliveries.ts'
import { expectEachOnce, expectSound } from '../testing/ledger-checks.ts'
import { ownPostgres } from '../testing/own-postgres.ts'
import { finding, report } from '../testing/requests.ts'
import { limitFileSize, mayLimitFileSize, type SmallDisk, smallDisk } from '../testing/small-disk.ts'

const FINDINGS = 100
/** Each test starts processes and recovers a database, which may be slow where everything runs at once. */
vi.setConfig({ testTimeout: 300_000 })
/** Reports of about 60 kB each; long before so many, the disk is full. */
const MOST_REPORTS = 400

function largeDelivery(n: number): Delivery {
  const findings = Array.from({ length: FINDINGS }, (_, i) =>
    finding(`service:${i}`, { name: `${n} ${i} ${'x'.repeat(200)}` }),
  )
  return { scan: crypto.randomUUID(), report: report({ scope: `git:acme/s${n}`, findings }) }
}

/** Puts reports until one is refused. Gives those that were taken, and the refused one, with how. */
async function putUntilRefused({ client }: CollectorProcess) {
  const taken: Delivery[] = []
  for (let n = 0; n < MOST_REPORTS; n++) {
    const delivery = largeDelivery(n)
    const started = await startScan(client, delivery.scan)
    const { response, error } = started.ok ? await put(client, delivery) : { response: started, error: '' }
    if (!response.ok) return { taken, refused: delivery, response, error }
    taken.push(delivery)
  }
  throw new Error('the disk does not get full')
}

/** The whole story on any database: full, refused, room, taken. */
async function fillAndMakeRoom(
  running: CollectorProcess,
  { fill, makeRoom }: { fill: () => void; makeRoom: () => Promise<void> | void },
): Promise<Delivery[]> {
  const before = [largeDelivery(1000), largeDelivery(1001)]
  for (const delivery of before) expect(await putUntilTaken(running.client, delivery)).toEqual([])
  fill()
  const { taken, refused, response, error } = await putUntilRefused(running)
  expect(response.status).toBe(503)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('retry-after')).toBe('1')
  expect(JSON.stringify(error)).not.toMatch(/\bat \//)
  expect((await fetch(`${running.url}/healthz`)).status, 'the collector lives').toBe(200)
  await makeRoom()
  await putUntilTaken(running.client, refused)
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
  expect(running.child.exitCode).toBeNull()
  return [...before, ...taken, refused]
}

async function expectKept(options: { folder: string } | { url: string }, sent: Delivery[]): Promise<void> {
  const database = await openDatabase(options)
  await expectEachOnce(database, sent)
  await expectSound(database)
  await database.close()
}

const started = async (options: ProcessOptions): Promise<CollectorProcess> => {
  const running = await startCollectorProcess(options)
  onTestFinished(async () => {
    expect(running.said(), 'the collector had nothing to die of').toBe('')
    await end(running)
  })
  return running
}

function mounted(megabytes: number): SmallDisk | null {
  const disk = smallDisk(megabytes)
  if (disk) onTestFinished(() => disk.close())
  return disk
}

const isReady = async ({ url }: CollectorProcess): Promise<boolean> => (await fetch(`${url}/readyz`)).ok

describe('a full disk', () => {
  it('makes the embedded database refuse reports, and all that was acknowledged is there when there is room', async ({
    skip,
  }) => {
    const disk = mounted(96)
    if (!disk) return skip('this user may mount no file system')
    const folder = join(disk.path, 'data')
    const running = await started({ folder, snapshot: await snapshotFile() })
    const sent = await fillAndMakeRoom(running, { fill: () => disk.fill(500_000), makeRoom: disk.makeRoom })
    await end(running)
    await expectKept({ folder }, sent)
  })

  it('makes PostgreSQL refuse reports, and all that was acknowledged is there when there is room', async ({
    skip,
  }) => {
    const disk = mounted(160)
    if (!disk) return skip('this user may mount no file system')
    const own = await ownPostgres('full', { data: join(disk.path, 'data') })
    onTestFinished(() => own.close())
    const running = await started({ folder: own.folder, databaseUrl: own.url })
    const sent = await fillAndMakeRoom(running, {
      fill: () => disk.fill(500_000),
      makeRoom: async () => {
        disk.makeRoom()
        // A server that could not write its log ends; whoever makes room starts it.
        if (!(await isReady(running))) await own.server.startAgain()
      },
    })
    await end(running)
    await expectKept({ url: own.url }, sent)
  })
})

describe('a quota that no longer lets PostgreSQL write its log', () => {
  it.runIf(mayLimitFileSize)(
    'ends the embedded database and not the collector, which starts it again when it may write',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ai-census-quota-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const running = await started({ folder, snapshot: await snapshotFile() })
      const { pid = 0 } = running.child
      const sent = await fillAndMakeRoom(running, {
        fill: () => limitFileSize(pid, 1),
        makeRoom: () => limitFileSize(pid, null),
      })
      await end(running)
      await expectKept({ folder }, sent)
    },
  )
})
