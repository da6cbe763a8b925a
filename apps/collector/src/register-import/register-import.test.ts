import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { csv, draftOf, importRegister, inventoryOf, planOf, register } from '../testing/register.ts'
import { scanWith } from '../testing/requests.ts'

withDatabases('a register that is imported', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const { systems, system, flagsOf, outcomes } = inventoryOf(() => collector)

  describe('tells the four things that a register is compared for', () => {
    it('ghosts, missing ones, duplicated ones and unrated ones', async () => {
      await scanWith(collector, {}, { scope: 'git:github.com/acme/wiki' })
      const { summary } = await importRegister(
        collector,
        csv(
          'System,Owner,Risk,Repository',
          'Shop assistant,Ada,high,https://github.com/acme/shop',
          'Invoice reader,Ben,,',
          'Invoice-Reader,Cy,low,',
        ),
      )
      expect(summary.outcomes).toEqual({ match: 1, create: 1, duplicate: 1 })
      // Discovered and in the register.
      expect(await flagsOf('Shop assistant')).not.toContain('unregistered')
      // Missing: discovered, not in the register.
      expect((await systems()).find(({ groupKey }) => groupKey.endsWith('acme/wiki'))?.flags).toContain(
        'unregistered',
      )
      // Ghost and unrated: in the register, not discovered, without a risk level.
      expect(await flagsOf('Invoice reader')).toEqual(
        expect.arrayContaining(['not-seen', 'unrated', 'possible-duplicate']),
      )
      // Duplicated: two rows for one system.
      expect(await flagsOf('Invoice-Reader')).toContain('possible-duplicate')
      expect(await flagsOf('Invoice-Reader')).not.toContain('unrated')
    })

    it('and a later scan of its repository makes a ghost seen', async () => {
      await importRegister(collector, register)
      expect(await flagsOf('Shelf planner')).toContain('not-seen')
      await scanWith(collector, { scope: 'git:gitlab.acme.example/ops/shelf' })
      const found = await system('Shelf planner')
      expect(found).toMatchObject({ state: 'registered', live: true, componentCount: 1 })
      expect(found.flags).not.toContain('not-seen')
      expect(await systems()).toHaveLength(3)
    })

    it('and so does a source that gives the system its name', async () => {
      await importRegister(collector, register)
      await scanWith(collector, {
        scope: 'git:github.com/acme/other',
        findings: [
          {
            key: 'a',
            kind: 'service',
            supplier: 'openai',
            name: 'a',
            grade: 'deployed',
            context: 'production',
            identifiers: [],
            attributes: {},
            claims: [{ field: 'system', value: 'invoice  Reader', source: 'tag' }],
            evidence: [
              {
                method: 'import',
                rule: 'openai/import',
                strength: 'strong',
                location: { path: 'app.py', startLine: 3 },
              },
            ],
          },
        ],
      })
      expect(await system('Invoice reader')).toMatchObject({ live: true, state: 'registered' })
    })
  })

  describe('is matched', () => {
    it('by repository before name, and says why', async () => {
      await scanWith(collector, {}, { scope: 'git:github.com/acme/invoice-reader' })
      const { rows } = await planOf(collector, (await draftOf(collector, register)).id)
      expect(rows.map(({ outcome, system: to, reasons }) => [outcome, to?.name ?? null, reasons[0]])).toEqual(
        [
          ['match', 'shop', 'it was found in the repository git:github.com/acme/shop'],
          ['match', 'invoice-reader', 'both are named “invoicereader”'],
          ['create', null, 'Nothing that was discovered or registered is like it.'],
        ],
      )
    })

    it('to none where two are equally like it, until a person says which', async () => {
      await scanWith(
        collector,
        { scope: 'git:github.com/acme/invoice-reader' },
        { scope: 'git:github.com/labs/invoice-reader' },
      )
      const row = csv('System,Owner', 'Invoice reader,Ben')
      const { rows } = await planOf(collector, (await draftOf(collector, row)).id)
      expect(rows[0]).toMatchObject({ outcome: 'undecided', writes: false })
      expect(rows[0]?.candidates).toHaveLength(2)
      const chosen = rows[0]?.candidates[0]?.system ?? ''
      const said = { choices: { 2: { action: { type: 'match' as const, system: chosen } } } }
      expect(await outcomes(row, said)).toEqual([['Invoice reader', 'match']])
      expect(await outcomes(row, { choices: { 2: { action: { type: 'new' } } } })).toEqual([
        ['Invoice reader', 'create'],
      ])
      expect(await outcomes(row, { choices: { 2: { action: { type: 'skip' } } } })).toEqual([
        ['Invoice reader', 'skip'],
      ])
    })

    it('with weaker signs only told, never taken', async () => {
      await scanWith(collector, { scope: 'git:github.com/acme/reading-invoices' })
      const { rows } = await planOf(
        collector,
        (await draftOf(collector, csv('System,Vendor', 'Reading of letters,OpenAI'))).id,
      )
      expect(rows[0]).toMatchObject({
        outcome: 'create',
        candidates: [
          {
            name: 'reading-invoices',
            reasons: ['both depend on OpenAI', 'both names have “reading” in them'],
          },
        ],
      })
    })

    it('and a repository that is added later joins what is found there', async () => {
      await importRegister(collector, csv('ID,System', '1,Invoice reader'))
      const { rows } = await importRegister(
        collector,
        csv('ID,System,Repository', '1,Invoice reader,github.com/acme/invoices'),
      )
      expect(rows[0]).toMatchObject({ outcome: 'update', repositories: ['git:github.com/acme/invoices'] })
      await scanWith(collector, { scope: 'git:github.com/acme/invoices' })
      expect(await systems()).toEqual([expect.objectContaining({ name: 'Invoice reader', live: true })])
    })
  })

  it('keeps the columns that go nowhere with the import', async () => {
    const { import: done } = await importRegister(collector, register)
    const { rows } = await planOf(collector, done.id)
    expect(rows[0]?.kept).toEqual({ Comment: 'bought in 2024' })
  })
})
