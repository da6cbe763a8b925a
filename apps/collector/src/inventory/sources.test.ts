import { randomUUID } from 'node:crypto'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, scanWith, tokenFor } from '../testing/requests.ts'

const HOUR = 3_600_000

withDatabases('sources', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const sources = async () => (await clientOf(collector).GET('/api/v1/sources')).data

  async function scanned(token: string, source: string, startedAt: string, status: 'complete' | 'denied') {
    const scan = randomUUID()
    const client = clientOf(collector, token)
    collector.clock.reach(startedAt)
    const body = { scanner: 'github', version: '1.0.0', catalogue: 'c1', source, startedAt }
    await client.PUT('/api/v1/scans/{scan}', { params: { path: { scan } }, body })
    await client.POST('/api/v1/scans/{scan}/finish', {
      params: { path: { scan } },
      body: { finishedAt: startedAt, coverage: { status } },
    })
  }

  it('are none where nothing has reported', async () => {
    expect(await sources()).toEqual({ rows: [], total: 0 })
  })

  it('say who reports, how often, and since when the next scan is late', async () => {
    const token = await tokenFor(collector, 'github:*')
    for (const n of [0, 1, 2]) await scanned(token, 'github:acme', day(n), n === 2 ? 'denied' : 'complete')
    const [row] = (await sources())?.rows ?? []
    expect(row).toMatchObject({
      source: 'github:acme',
      scanner: 'github',
      scans: 3,
      scopes: 0,
      last: { startedAt: day(2), status: 'denied' },
      completeAt: day(1),
      reporter: { name: 'a scanner', token: { state: 'valid' } },
      usualHours: 24,
      late: false,
    })
    collector.clock.pass(38 * HOUR)
    expect((await sources())?.rows[0]?.late).toBe(true)
  })

  it('count their scopes, and two scanners of one source are two', async () => {
    await scanWith(collector, {}, { scope: 'git:github.com/acme/two' })
    await scanned(await tokenFor(collector, '*'), 'code:local', day(1), 'complete')
    const rows = (await sources())?.rows ?? []
    expect(rows.map(({ scanner, scopes, usualHours }) => [scanner, scopes, usualHours])).toEqual([
      ['code', 2, null],
      ['github', 0, null],
    ])
    expect(rows[0]?.reporter.token).toBeNull()
  })
})
