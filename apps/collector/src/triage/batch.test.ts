import { randomUUID } from 'node:crypto'
import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, scanWith } from '../testing/requests.ts'

withDatabases('a batch of decisions', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const send = (decisions: NewDecision[], dryRun = false) =>
    clientOf(collector).POST('/api/v1/decisions/batch', {
      params: { query: dryRun ? { dryRun: 'true' } : {} },
      body: { decisions },
    })
  const systems = async () => (await clientOf(collector).GET('/api/v1/systems')).data?.rows ?? []
  const log = async () => (await clientOf(collector).GET('/api/v1/decisions')).data?.total
  const dismissAll = async (): Promise<NewDecision[]> =>
    (await systems()).map(({ id }) => ({
      body: { type: 'dismiss', system: id, reason: 'a demonstration' },
      requestId: randomUUID(),
    }))
  const scan = () =>
    scanWith(collector, ...['a', 'b', 'c'].map((name) => ({ scope: `git:github.com/acme/${name}` })))

  it('is taken whole, and once however often it is sent', async () => {
    await scan()
    const batch = await dismissAll()
    const { data } = await send(batch)
    expect(data?.decisions.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect((await systems()).every(({ state }) => state === 'dismissed')).toBe(true)
    expect((await send(batch)).data?.decisions.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(await log()).toBe(3)
  })

  it('is refused whole where one is wrong, which is named', async () => {
    await scan()
    const batch = await dismissAll()
    const wrong: NewDecision = { body: { type: 'restore', system: 'sys_none' } }
    const { error, response } = await send([...batch, wrong])
    expect(response.status).toBe(404)
    expect(error?.errors).toEqual([{ place: 'decisions[3].body.system', message: expect.any(String) }])
    expect(await log()).toBe(0)
  })

  it('may speak of a system that it registers itself', async () => {
    const fields = { name: 'Bought assistant' }
    const { data } = await send([
      { body: { type: 'register', system: 'sys_bought', groupKeys: [], anchors: [], fields } },
      { body: { type: 'assign', system: 'sys_bought', assignee: 'ada' } },
    ])
    expect(data?.touched).toEqual([{ id: 'sys_bought', name: null }])
    expect(await systems()).toEqual([expect.objectContaining({ name: 'Bought assistant', assignee: 'ada' })])
  })

  it('can be tried: it says what it would touch, and leaves nothing behind', async () => {
    await scan()
    const { data } = await send(await dismissAll(), true)
    expect(data?.dryRun).toBe(true)
    expect(data?.touched.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c'])
    expect(await log()).toBe(0)
    expect((await systems()).every(({ state }) => state === 'unregistered')).toBe(true)
    const verified = await clientOf(collector).GET('/api/v1/audit/log')
    expect(verified.data).toMatchObject({ ok: true, length: 0 })
  })
})
