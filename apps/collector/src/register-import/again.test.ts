import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { csv, draftOf, importRegister, inventoryOf, planOf, register } from '../testing/register.ts'
import { clientOf, day, scanWith } from '../testing/requests.ts'

withDatabases('a register that is imported again', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const { systems, system, decisions, decide, outcomes } = inventoryOf(() => collector)

  describe('changes nothing when it is imported again', () => {
    it('whether or not a scan came between', async () => {
      await scanWith(collector, {})
      await importRegister(collector, register)
      const before = await decisions()
      await scanWith(
        collector,
        { at: day(1), keys: ['b'] },
        { scope: 'git:gitlab.acme.example/ops/shelf', at: day(1) },
      )
      const again = await importRegister(collector, register)
      expect(again.summary).toEqual({ outcomes: { unchanged: 3 }, writes: 0, conflicts: 0 })
      expect(again.import.decisions).toEqual({ count: 0, first: null, last: null })
      expect(await decisions()).toBe(before)
    })

    it('with rows in another order, duplicated ones too', async () => {
      const rows = ['Invoice reader,Ben', 'Invoice-reader,Cy', 'Shop,Ada']
      await importRegister(collector, csv('System,Owner', ...rows))
      const { summary } = await importRegister(collector, csv('System,Owner', ...rows))
      expect(summary).toMatchObject({ outcomes: { unchanged: 3 }, writes: 0 })
      expect(await systems()).toHaveLength(3)
    })

    it('and changes just what was changed in it', async () => {
      await importRegister(collector, register)
      const text = new TextDecoder()
        .decode(register)
        .replace(';Ben;', ';Bea;')
        .replace('Shelf planner', 'Shelves')
      const { rows, import: done } = await importRegister(collector, csv(text))
      expect(rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
        ['unchanged', []],
        ['update', [{ field: 'businessOwner', from: 'Ben', to: 'Bea' }]],
        ['update', [{ field: 'name', from: 'Shelf planner', to: 'Shelves' }]],
      ])
      expect(done.decisions?.count).toBe(2)
      const { data } = await clientOf(collector).GET('/api/v1/decisions')
      expect(data?.rows.slice(0, 2).map(({ body }) => body)).toEqual([
        { type: 'set-fields', system: (await system('Shelves')).id, fields: { name: 'Shelves' } },
        { type: 'set-fields', system: (await system('Invoice reader')).id, fields: { businessOwner: 'Bea' } },
      ])
    })

    it('and an emptied cell says nothing', async () => {
      await importRegister(collector, register)
      const text = new TextDecoder().decode(register).replace(';Ben;', ';;')
      expect(await outcomes(csv(text))).toContainEqual(['Invoice reader', 'unchanged'])
    })

    it('and the export of the inventory, imported, changes nothing either', async () => {
      await scanWith(collector, {})
      await importRegister(collector, register)
      const { data } = await clientOf(collector).GET('/api/v1/export/{format}', {
        params: { path: { format: 'csv' } },
        parseAs: 'text',
      })
      const { summary } = await planOf(collector, (await draftOf(collector, csv(data ?? ''))).id)
      expect(summary.outcomes).toEqual({ unchanged: 3 })
    })
  })

  describe('does not overwrite what a person changed since', () => {
    beforeEach(async () => {
      await importRegister(collector, register)
      const { id } = await system('Invoice reader')
      await decide({ type: 'set-fields', system: id, fields: { businessOwner: 'Dee' } })
    })

    it('but shows the conflict, also where the sheet did not change', async () => {
      const { rows, summary } = await importRegister(collector, register)
      expect(rows[1]).toMatchObject({
        outcome: 'unchanged',
        changes: [],
        conflicts: [{ field: 'businessOwner', sheet: 'Ben', current: 'Dee', by: 'operator' }],
      })
      expect(summary).toMatchObject({ writes: 0, conflicts: 1 })
      expect((await system('Invoice reader')).fields.businessOwner?.value).toBe('Dee')
    })

    it('unless the person says that the sheet counts', async () => {
      await importRegister(collector, register, { choices: { 3: { overwrite: ['businessOwner'] } } })
      expect((await system('Invoice reader')).fields.businessOwner?.value).toBe('Ben')
    })

    it('and what was dismissed since stays dismissed until a person says otherwise', async () => {
      const { id } = await system('Invoice reader')
      await decide({ type: 'dismiss', system: id, reason: 'never built' })
      expect(await outcomes(register)).toContainEqual(['Invoice reader', 'undecided'])
      await importRegister(collector, register, { choices: { 3: { action: { type: 'match', system: id } } } })
      expect(await system('Invoice reader')).toMatchObject({ state: 'registered' })
    })

    it('and two rows that a person merged are one system, which the first of them is', async () => {
      const [from, into] = [(await system('Shelf planner')).id, (await system('Invoice reader')).id]
      await decide({ type: 'merge', from, into })
      const { rows } = await planOf(collector, (await draftOf(collector, register)).id)
      expect(rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'duplicate'])
      expect(rows[2]?.reasons[0]).toContain('which row 3 is now as well')
    })
  })
})
