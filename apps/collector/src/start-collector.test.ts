import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@ai-census/api/client'
import { isOperatorError } from '@ai-census/db'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { catalogueFrom, FORM_VERSION } from '@ai-census/signatures'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Collector, type CollectorOptions, startCollector } from './start-collector.ts'

describe('startCollector', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-start-'))
  let database: TestDatabase
  let taken: Server
  let port = 0
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
    taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    port = typeof address === 'object' && address ? address.port : 0
  })
  afterAll(async () => {
    taken.close()
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const start = (options: CollectorOptions): Promise<Collector> =>
    startCollector({
      databaseUrl: database.url ?? '',
      dataFolder: folder,
      port: 0,
      catalogue: catalogueFrom({ form: FORM_VERSION, hash: '', suppliers: {} }),
      log: pino({ level: 'silent' }),
      ...options,
    })

  it('says in one sentence that the port is in use', async () => {
    const error = await start({ port }).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(isOperatorError(error)).toBe(true)
    expect(String(error)).toContain(`Port ${port} on 127.0.0.1 is in use`)
  })

  it('takes another port when it may', async () => {
    const collector = await start({ port, freePortIfTaken: true })
    expect(collector.port).not.toBe(port)
    expect((await fetch(`${collector.url}/readyz`)).status).toBe(200)
    await collector.close()
  })

  it('leaves the operator’s token where only this user reads it, for as long as it runs', async () => {
    const collector = await start({})
    const file = join(folder, 'collector.json')
    const { url, operatorToken } = JSON.parse(readFileSync(file, 'utf8'))
    expect(url).toBe(collector.url)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { data } = await createClient({ baseUrl: url, token: operatorToken }).GET('/api/v1/session')
    expect(data).toMatchObject({ user: 'operator', role: 'admin' })
    await collector.close()
    expect(() => statSync(file)).toThrow('ENOENT')
  })

  it('signs a person in by its link, over a real connection', async () => {
    const collector = await start({})
    const code = new URL(await collector.signInLink()).hash.replace('#code=', '')
    const { data, response } = await createClient({ baseUrl: collector.url }).POST('/api/v1/session', {
      body: { code },
    })
    expect(data?.role).toBe('admin')
    expect(response.headers.get('set-cookie')).toContain('HttpOnly')
    await collector.close()
  })

  it('closes at once though somebody listens to its events', async () => {
    const collector = await start({})
    const { operatorToken } = JSON.parse(readFileSync(join(folder, 'collector.json'), 'utf8'))
    const stream = await fetch(`${collector.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${operatorToken}` },
    })
    const reader = stream.body?.getReader()
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toContain('event: heartbeat')
    const started = performance.now()
    await collector.close()
    expect(performance.now() - started).toBeLessThan(2500)
  })
})
