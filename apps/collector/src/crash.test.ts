import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@ai-census/api/client'
import { openDatabase } from '@ai-census/db'
import { openTestDatabase, snapshotFile } from '@ai-census/db/testing'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { readInventory } from './export/read-inventory.ts'
import { rebuildProjection } from './reconcile/rebuild.ts'
import { testCollector } from './testing/collector.ts'
import { report } from './testing/requests.ts'

const ROUNDS = 2
/** Each round starts a process of its own, which may be slow where everything runs at once. */
const PATIENCE_MS = 300_000
const CHILD = fileURLToPath(new URL('./testing/crash-child.ts', import.meta.url))

interface Running {
  process: ChildProcess
  client: ReturnType<typeof createClient>
}

async function start(folder: string, url: string | null): Promise<Running> {
  const child = spawn(process.execPath, [CHILD, folder, await snapshotFile()], {
    env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve)
    child.once('exit', (code) => reject(new Error(`the collector ended with ${code} before it listened`)))
  })
  const operator = JSON.parse(readFileSync(join(folder, 'collector.json'), 'utf8'))
  return { process: child, client: createClient({ baseUrl: operator.url, token: operator.operatorToken }) }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  return ended
}

/**
 * Puts one report after the other and, after some, kills the collector in the middle of what follows. Gives the scopes
 * whose reports were acknowledged.
 */
async function putUntilDeath({ client, process: child }: Running, round: number): Promise<string[]> {
  const acknowledged: string[] = []
  const scan = randomUUID()
  const path = { scan }
  try {
    await client.PUT('/api/v1/scans/{scan}', {
      params: { path },
      body: {
        scanner: 'code',
        version: '1',
        catalogue: 'c',
        source: 'code:x',
        startedAt: new Date().toISOString(),
      },
    })
    for (let i = 0; ; i++) {
      const scope = `git:acme/r${round}-${i}`
      const keys = Array.from({ length: 20 }, (_, k) => `service:${k}`)
      const { response } = await client.PUT('/api/v1/scans/{scan}/report', {
        params: { path },
        body: report({ scope, keys }),
      })
      if (response.ok) acknowledged.push(scope)
      if (i === 2 + 3 * round) setTimeout(() => child.kill('SIGKILL'), 5 + 20 * round)
    }
  } catch {
    return acknowledged // the connection is gone, and so is the collector
  }
}

describe.each(['pglite', 'postgres'] as const)(
  'a collector on %s that is killed while it takes reports',
  (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-census-crash-'))
    vi.setConfig({ testTimeout: PATIENCE_MS })
    afterAll(() => rmSync(folder, { recursive: true }))

    it('has every acknowledged report once, and an inventory that follows from them', async () => {
      const server = kind === 'postgres' ? await openTestDatabase('postgres') : null
      const acknowledged: string[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const running = await start(folder, server?.url ?? null)
        const ended = new Promise((resolve) => running.process.once('exit', resolve))
        acknowledged.push(...(await putUntilDeath(running, round)))
        await ended
      }
      expect(acknowledged.length).toBeGreaterThan(ROUNDS)

      const database = server ?? (await openDatabase({ folder }))
      const { deps, stop } = testCollector(database)
      await deps.reconciler.settle(60_000)
      const { rows } = await database.pool.query('select scope_key from look')
      const kept = rows.map(({ scope_key }) => scope_key)
      expect(new Set(kept).size).toBe(kept.length)
      expect(kept).toEqual(expect.arrayContaining(acknowledged))

      const live = await readInventory(deps)
      expect(live.systems).toHaveLength(kept.length)
      expect(live.components).toHaveLength(kept.length * 20)
      await rebuildProjection(deps)
      expect(await readInventory(deps)).toEqual(live)
      await stop()
      await database.close()
    })

    it('leaves a folder that is refused while it lives and opens after it was killed', async () => {
      if (kind === 'postgres') return
      const running = await start(folder, null)
      await expect(openDatabase({ folder })).rejects.toThrow(`in use by process ${running.process.pid}`)
      await end(running.process, 'SIGKILL')
      await (await openDatabase({ folder })).close()
    })
  },
)
