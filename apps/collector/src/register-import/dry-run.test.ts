import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { confirm, csv, draftOf, importRegister, inventoryOf, planOf, register } from '../testing/register.ts'
import { clientOf, scanWith } from '../testing/requests.ts'

withDatabases('the dry run of a register', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const { systems, decisions } = inventoryOf(() => collector)

  describe('says what is wrong with it', () => {
    it('row by row, with column, value and what to do, and leaves those rows out', async () => {
      const { rows, import: done } = await importRegister(
        collector,
        csv('Name,Risk,Next review', 'A,Amber,2027-01-31', ',low,', 'C,low,03/04/2027', 'D,low,2027-01-31'),
      )
      expect(rows.map(({ row, outcome, problems }) => [row, outcome, problems])).toEqual([
        [
          2,
          'error',
          [
            {
              column: 'B',
              header: 'Risk',
              value: 'Amber',
              message: expect.stringContaining('low, medium, high'),
            },
          ],
        ],
        [
          3,
          'error',
          [{ column: 'A', header: 'Name', value: '', message: 'is empty. Every system needs a name.' }],
        ],
        [4, 'error', [expect.objectContaining({ column: 'C', value: '03/04/2027' })]],
        [5, 'create', []],
      ])
      expect(done.decisions?.count).toBe(1)
      expect((await systems()).map(({ name }) => name)).toEqual(['D'])
    })

    it('until the person says what it means', async () => {
      const file = csv('Name,Risk,Next review', 'Aaaa,Amber,03/04/2027')
      const mapping = { dates: 'day-first' as const, values: { riskLevel: { Amber: 'medium' } } }
      const { rows } = await importRegister(collector, file, { mapping })
      expect(rows[0]).toMatchObject({
        outcome: 'create',
        rewritten: [
          { field: 'riskLevel', from: 'Amber', to: 'medium' },
          { field: 'nextReview', from: '03/04/2027', to: '2027-04-03' },
        ],
      })
    })

    it('and names the rows that speak of one thing', async () => {
      const { duplicates, rows } = await planOf(
        collector,
        (
          await draftOf(
            collector,
            csv(
              'ID,Name,Owner,Repository',
              '1,Alpha,Ada,github.com/acme/mono',
              '1,Beta,Ben,',
              '2,Gamma,Cy,github.com/acme/mono',
              '3,ALPHA,Di,',
            ),
          )
        ).id,
      )
      expect(duplicates.map(({ by, rows: same }) => [by, same])).toEqual([
        ['id', [2, 3]],
        ['name', [2, 5]],
        ['repository', [2, 4]],
      ])
      expect(rows.map(({ outcome, writes }) => [outcome, writes])).toEqual([
        ['create', true],
        ['duplicate', false],
        ['duplicate', true],
        ['duplicate', true],
      ])
    })
  })

  it('is written once, however often it is confirmed', async () => {
    const draft = await draftOf(collector, register)
    const { plan } = await planOf(collector, draft.id)
    const answers = await Promise.all([1, 2, 3].map(() => confirm(collector, draft.id, plan)))
    expect(answers.map(({ data }) => data?.decisions)).toEqual(Array(3).fill({ count: 3, first: 1, last: 3 }))
    expect(await decisions()).toBe(3)
    const { data } = await clientOf(collector).GET('/api/v1/audit/log')
    expect(data).toMatchObject({ ok: true, length: 3 })
  })

  it('is not written where something changed since the dry run', async () => {
    const draft = await draftOf(collector, register)
    const { plan } = await planOf(collector, draft.id)
    await scanWith(collector, {})
    expect((await confirm(collector, draft.id, plan)).response.status).toBe(412)
    expect(await decisions()).toBe(0)
    const { plan: newer } = await planOf(collector, draft.id)
    expect((await confirm(collector, draft.id, newer)).response.status).toBe(200)
  })

  it('is signed by the person who confirmed it, and a rebuild of the inventory comes to the same', async () => {
    await importRegister(collector, register)
    const { data } = await clientOf(collector).GET('/api/v1/decisions')
    expect(data?.rows.map(({ author, body }) => [author, body.type])).toEqual(
      Array(3).fill(['operator', 'register']),
    )
    const before = await systems()
    await rebuildProjection(collector.deps)
    expect(await systems()).toEqual(before)
  })
})
