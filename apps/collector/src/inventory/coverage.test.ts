import { withDatabases } from '@ai-census/db/testing'
import type { ScanReport } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, day, finding, report, scanWith, send, startScan } from '../testing/requests.ts'

const cell = (type: string, status: ScanReport['coverage']['status'], reason?: string) => ({
  type,
  status,
  ...(reason ? { reason } : {}),
  pages: 1,
  resources: 0,
  milliseconds: 5,
})

const cloud = (scope: string, at: string, coverage: ScanReport['coverage']): ScanReport => ({
  ...report({ scope, at, findings: [] }),
  coverage,
})

const DENIED = { status: 'denied', reason: 'sagemaker:ListEndpoints', detail: 'No permission.' } as const
const PARTIAL: ScanReport['coverage'] = {
  status: 'partial',
  reason: 'bedrock:ListAgents',
  cells: [
    cell('bedrock-agent', 'denied', 'bedrock:ListAgents'),
    cell('bedrock-guardrail', 'partial', 'bedrock:GetGuardrail'),
    cell('bedrock-model', 'complete'),
    cell('bedrock-flow', 'failed', 'unavailable'),
  ],
}

withDatabases('coverage', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const get = async (path: string) => bodyOf(await send(collector, 'GET', path))
  const put = async (source: string, ...reports: ScanReport[]): Promise<string> => {
    const scan = await startScan(collector, source)
    for (const one of reports) {
      collector.clock.reach(one.finishedAt)
      const { error } = await clientOf(collector).PUT('/api/v1/scans/{scan}/report', {
        params: { path: { scan } },
        body: one,
      })
      if (error) throw new Error(JSON.stringify(error))
    }
    return scan
  }
  const finish = async (scan: string) =>
    clientOf(collector).POST('/api/v1/scans/{scan}/finish', {
      params: { path: { scan } },
      body: { finishedAt: day(0), coverage: { status: 'complete' } },
    })

  describe('is counted', () => {
    beforeEach(async () => {
      await put('aws:o-1', cloud('aws:111/eu-west-1/bedrock', day(0), { status: 'complete' }))
      await put(
        'aws:o-1',
        cloud('aws:111/eu-west-1/bedrock', day(1), PARTIAL),
        cloud('aws:111/eu-west-1/sagemaker', day(1), DENIED),
        cloud('aws:111/us-east-1/sagemaker', day(1), DENIED),
        cloud('aws:1112/us-east-1/sagemaker', day(1), { status: 'complete' }),
        cloud('aws:222/global/account', day(1), { status: 'not-enabled', reason: 'off' }),
      )
      await put('code:local', report({ scope: 'git:github.com/acme/shop', at: day(0) }))
    })

    it('by source, with what is whole, what is not, and since when', async () => {
      const { rows, all } = await get('/api/v1/coverage/groups')
      expect(rows).toMatchObject([
        {
          source: 'aws:o-1',
          under: null,
          scopes: 5,
          statuses: { complete: 1, partial: 1, denied: 2, 'not-enabled': 1 },
          neverComplete: 2,
          completeAt: day(0),
          stale: 0,
        },
        { source: 'code:local', scopes: 1, statuses: { complete: 1 }, completeAt: day(0) },
      ])
      expect(all).toMatchObject({ scopes: 6, statuses: { denied: 2 }, completeAt: day(0) })
    })

    it('by account, by region, and down to the single scope', async () => {
      const groups = async (query: string) =>
        (await get(`/api/v1/coverage/groups?by=part&source=aws:o-1&${query}`)).rows.map(
          ({ under, name, scopes, single }: Record<string, unknown>) => ({ under, name, scopes, single }),
        )
      expect(await groups('')).toEqual([
        { under: 'aws:111', name: 'aws:111', scopes: 3, single: false },
        { under: 'aws:1112', name: 'aws:1112', scopes: 1, single: false },
        { under: 'aws:222', name: 'aws:222', scopes: 1, single: false },
      ])
      expect(await groups('under=aws:111')).toEqual([
        { under: 'aws:111/eu-west-1', name: 'eu-west-1', scopes: 2, single: false },
        { under: 'aws:111/us-east-1', name: 'us-east-1', scopes: 1, single: false },
      ])
      expect(await groups('under=aws:111/us-east-1')).toEqual([
        { under: 'aws:111/us-east-1/sagemaker', name: 'sagemaker', scopes: 1, single: true },
      ])
    })

    it('page by page, and only what the filters leave', async () => {
      const first = await get('/api/v1/coverage/groups?by=part&source=aws:o-1&limit=2')
      const second = await get(`/api/v1/coverage/groups?by=part&source=aws:o-1&limit=2&cursor=${first.next}`)
      expect([...first.rows, ...second.rows].map(({ under }: { under: string }) => under)).toEqual([
        'aws:111',
        'aws:1112',
        'aws:222',
      ])
      expect(second.next).toBeNull()
      const { rows, all } = await get('/api/v1/coverage/groups?status=denied')
      expect(rows).toMatchObject([{ source: 'aws:o-1', scopes: 2 }])
      expect(all.scopes).toBe(2)
    })

    it('by the permission that is missing, whether a whole scope or a type in it was refused', async () => {
      const { rows } = await get('/api/v1/coverage/permissions')
      expect(rows).toEqual([
        {
          scanner: 'code',
          source: 'aws:o-1',
          permission: 'sagemaker:ListEndpoints',
          scopes: 2,
          types: [],
          detail: 'No permission.',
        },
        expect.objectContaining({ permission: 'bedrock:GetGuardrail', types: ['bedrock-guardrail'] }),
        expect.objectContaining({ permission: 'bedrock:ListAgents', scopes: 1, types: ['bedrock-agent'] }),
      ])
      const keys = async (query: string) =>
        (await get(`/api/v1/coverage?${query}`)).rows.map(({ scope }: ScanReport) => scope.key)
      expect(await keys('missing=bedrock:ListAgents')).toEqual(['aws:111/eu-west-1/bedrock'])
      expect(await keys('missing=sagemaker:ListEndpoints&under=aws:111/us-east-1')).toEqual([
        'aws:111/us-east-1/sagemaker',
      ])
      expect(await keys('under=aws:111')).toHaveLength(3)
    })

    it('is stale where nobody looked for longer than the settings allow', async () => {
      collector.clock.reach(day(31))
      expect((await get('/api/v1/coverage?stale=true')).rows).toMatchObject([
        { scope: { key: 'git:github.com/acme/shop' } },
      ])
      expect((await get('/api/v1/coverage/groups')).all.stale).toBe(1)
    })
  })

  describe('of a scan', () => {
    it('that runs says when it was last heard, and how much the one before brought', async () => {
      await finish(
        await put(
          'code:local',
          report({ scope: 'git:github.com/acme/a', at: day(-1) }),
          report({ scope: 'git:github.com/acme/b', at: day(-1) }),
        ),
      )
      const scan = await put('code:local', report({ scope: 'git:github.com/acme/a', at: day(1) }))
      const { scan: row } = await get(`/api/v1/scans/${scan}`)
      expect(row).toMatchObject({ finishedAt: null, reports: 1, expected: 2 })
      expect(Date.parse(row.heardAt)).toBeGreaterThanOrEqual(Date.parse(day(1)))
    })

    it('tells what it changed, scope by scope and with the system that it is in now', async () => {
      await scanWith(collector, { keys: ['kept', 'lost'] }, { scope: 'git:github.com/acme/other' })
      const scan = await put(
        'code:local',
        report({ at: day(1), findings: [finding('kept', { grade: 'used' }), finding('new')] }),
        report({ scope: 'git:github.com/acme/other', at: day(1) }),
      )
      await collector.deps.reconciler.settle(10_000)
      const { scan: row, statuses } = await get(`/api/v1/scans/${scan}`)
      expect(row.change).toEqual({ added: 1, changed: 1, missing: 1, gone: 0, returned: 0, held: 0 })
      expect(statuses).toEqual({ complete: 2 })
      const { rows } = await get('/api/v1/scans')
      expect(rows.find(({ id }: { id: string }) => id === scan)).toEqual(row)
      const changes = await get(`/api/v1/scans/${scan}/changes`)
      expect(changes.total).toBe(3)
      expect(
        changes.rows.map(
          ({ change, key, system }: { change: string; key: string; system: { name: string } }) => [
            change,
            key,
            system?.name,
          ],
        ),
      ).toEqual([
        ['added', 'new', 'shop'],
        ['changed', 'kept', 'shop'],
        ['missing', 'lost', 'shop'],
      ])
      const first = await get(`/api/v1/scans/${scan}/changes?limit=2`)
      const rest = await get(`/api/v1/scans/${scan}/changes?limit=2&cursor=${first.next}`)
      expect([...first.rows, ...rest.rows]).toEqual(changes.rows)
      expect((await get(`/api/v1/scans/${scan}/changes?change=missing`)).total).toBe(1)
      const scopes = await get(`/api/v1/scans/${scan}/scopes?changed=true`)
      expect(scopes.rows).toMatchObject([
        { scope: { key: 'git:github.com/acme/shop' }, change: { added: 1, missing: 1 }, since: null },
      ])
    })

    it('says how a scope that it could not read went since', async () => {
      const failed = await put('code:local', report({ status: 'failed', findings: [] }))
      const later = await put('code:local', report({ at: day(1) }))
      const { rows } = await get(`/api/v1/scans/${failed}/scopes?status=failed`)
      expect(rows).toMatchObject([{ since: { status: 'complete', at: day(1), scan: later } }])
      expect((await get(`/api/v1/scans/${later}/scopes?limit=1`)).rows).toMatchObject([{ since: null }])
      const none = await send(collector, 'GET', '/api/v1/scans/00000000-0000-4000-8000-000000000000/scopes')
      expect(none.status).toBe(404)
    })
  })
})
