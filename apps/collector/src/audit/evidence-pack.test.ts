import { createHash } from 'node:crypto'
import { withDatabases } from '@ai-census/db/testing'
import { unzip } from '@ai-census/exporters/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, scanWith, send } from '../testing/requests.ts'

const HOUR = 3_600_000

withDatabases('an evidence pack', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const pack = async (asOf?: string) => {
    const response = await send(
      collector,
      'GET',
      `/api/v1/audit/evidence-pack${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`,
    )
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = await unzip(Buffer.from(await response.arrayBuffer()))
    const text = (name: string) => files.get(name)?.toString() ?? ''
    const lines = (name: string) =>
      text(name)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    return { files, text, lines, json: (name: string) => JSON.parse(text(name)) }
  }
  const dismissFirst = async () => {
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    await clientOf(collector).POST('/api/v1/decisions', {
      body: { body: { type: 'dismiss', system: data?.rows[0]?.id ?? '', reason: 'a demonstration' } },
    })
  }

  it('holds what the inventory rests on, and each file by its digest', async () => {
    await scanWith(collector, {}, { scope: 'git:github.com/acme/secret', status: 'denied', findings: [] })
    await dismissFirst()
    await clientOf(collector).POST('/api/v1/audit/samples', { body: { population: 'systems', size: 1 } })
    const { files, text, lines, json } = await pack()
    expect(json('inventory.json').systems).toEqual([expect.objectContaining({ state: 'dismissed' })])
    expect(lines('coverage.ndjson').map(({ coverage }) => coverage.status)).toEqual(['denied', 'complete'])
    expect(lines('decisions.ndjson')).toHaveLength(1)
    expect(lines('samples.ndjson')).toEqual([expect.objectContaining({ population: 'systems', drawn: 1 })])
    expect(text('flags.csv')).toContain('coverage-gap')
    const { data: head } = await clientOf(collector).GET('/api/v1/audit/head')
    expect(json('head.json')).toEqual(head)
    expect(createHash('sha256').update(text('ledger.ndjson')).digest('hex')).toBe(head?.ledger.hash)
    for (const { name, sha256 } of json('manifest.json').files)
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
        name,
      ).toBe(sha256)
  })

  it('of a past instant holds nothing that came later', async () => {
    await scanWith(collector, {})
    const then = collector.clock.now().toISOString()
    collector.clock.pass(HOUR)
    await scanWith(collector, { scope: 'git:github.com/acme/new' })
    await dismissFirst()
    const { lines, json } = await pack(then)
    expect(json('inventory.json').systems).toHaveLength(1)
    expect(json('inventory.json').systems[0].state).toBe('unregistered')
    expect([lines('decisions.ndjson').length, lines('coverage.ndjson').length]).toEqual([0, 1])
    expect(json('manifest.json')).toMatchObject({ asOf: then, position: 1 })
    expect(json('head.json').ledger).toMatchObject({ position: 1, events: 1 })
  })
})
