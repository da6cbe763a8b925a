import * as api from '@ai-census/api'
import { decisions, flags, models, suppliers } from '@ai-census/db'
import { withDatabases } from '@ai-census/db/testing'
import { expect, it } from 'vitest'
import { decisionOf } from '../reconcile/decision-log.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, finding, scanWith, send } from '../testing/requests.ts'
import { listComponents } from './list-components.ts'
import { getScan } from './list-scans.ts'
import { listSystems } from './list-systems.ts'
import { flagOf, modelRowOf, supplierOf } from './shown.ts'

withDatabases('lists that are written as text', (database) => {
  it('say the same as the values of their rows, whatever these have or lack', async () => {
    const collector = testCollector(database())
    await fill(collector)
    const { deps } = collector
    const { orm } = database()
    const [scan] = (await rowsOf(collector, 'scans')) as { id: string }[]
    const expected: Record<string, unknown[]> = {
      systems: (await listSystems(deps, api.SystemQuery.parse({}))).rows,
      components: (await listComponents(deps, api.ComponentQuery.parse({}))).rows,
      suppliers: (await orm.select().from(suppliers)).map(supplierOf),
      models: (await orm.select().from(models)).map((row) => modelRowOf(deps, row)),
      flags: (await orm.select().from(flags)).map(flagOf),
      decisions: (await orm.select().from(decisions)).map((row) => ({ ...decisionOf(row), revokedBy: null })),
      scans: [(await getScan(deps, scan?.id ?? '')).scan],
    }
    for (const [list, rows] of Object.entries(expected)) {
      expect(rows.length, list).toBeGreaterThan(0)
      const answered = await rowsOf(collector, list)
      expect(answered.length, list).toBe(rows.length)
      expect(answered, list).toEqual(expect.arrayContaining(rows))
    }
    await collector.stop()
  })

  it('are what the contract says', async () => {
    const collector = testCollector(database())
    await fill(collector)
    const [system] = (await rowsOf(collector, 'systems')) as { id: string }[]
    const lists = {
      systems: api.listSystems,
      components: api.listComponents,
      suppliers: api.listSuppliers,
      models: api.listModels,
      flags: api.listFlags,
      decisions: api.listDecisions,
      scans: api.listScans,
      history: api.listHistory,
      coverage: api.listCoverage,
      proposals: api.listProposals,
      triage: api.listQueue,
      [`systems/${system?.id}/evidence`]: api.listEvidence,
      [`systems/${system?.id}/history`]: api.listSystemHistory,
    }
    for (const [path, { response }] of Object.entries(lists)) {
      const page = await bodyOf(await send(collector, 'GET', `/api/v1/${path}`))
      expect(page.rows.length, path).toBeGreaterThan(0)
      expect(response.safeParse(page).error, path).toBeUndefined()
    }
    for (const path of ['evidence', 'history', 'decisions'])
      expect((await send(collector, 'GET', `/api/v1/systems/sys_none/${path}`)).status, path).toBe(404)
    await collector.stop()
  })
})

const rowsOf = async (collector: TestCollector, list: string): Promise<unknown[]> =>
  (await bodyOf(await send(collector, 'GET', `/api/v1/${list}`))).rows

/** Systems of one name in two places, one of them with all that people may add. */
async function fill(collector: TestCollector): Promise<void> {
  const chat = finding('chat', {
    supplier: 'azure-openai',
    model: { id: 'gpt-4o', publisher: 'openai' },
    name: 'a "quoted" name \\ with \u2028 and 漢字',
    identifiers: [{ type: 'host', value: 'acme.openai.azure.com' }],
  })
  await scanWith(
    collector,
    { scope: 'git:github.com/acme/shop', findings: [chat, finding('lib', { grade: 'declared' })] },
    { scope: 'git:gitlab.com/acme/Shop', findings: [finding('lib')], status: 'partial' },
  )
  const [first] = (await rowsOf(collector, 'systems?sort=name')) as { id: string }[]
  const system = first?.id ?? ''
  const bodies = [
    { type: 'assign', system, assignee: 'ada@acme' },
    { type: 'set-fields', system, fields: { businessOwner: 'Ada', riskLevel: 'high' } },
  ] as const
  await clientOf(collector).POST('/api/v1/decisions/batch', {
    params: { query: {} },
    body: { decisions: bodies.map((body) => ({ body })) },
  })
}
