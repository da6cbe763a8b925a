import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { readRows, rowsFrom, rowsOf } from './rows.ts'
import { decisions, scans } from './tables/ledger.ts'
import { suppliers, systems } from './tables/projection.ts'
import { withDatabases } from './testing/index.ts'

const AT = '2026-11-23T08:00:00.070Z'

withDatabases('rows of a list', (database) => {
  const insert = () =>
    database().orm.transaction(async (tx) => {
      await tx.insert(scans).values({
        ...{ id: '00000000-0000-4000-8000-000000000001', scanner: 'code', version: '1', catalogue: 'c' },
        ...{ source: 'local', startedAt: AT, coverage: { status: 'partial', reason: 'a "quoted", reason' } },
        author: 'token',
      })
      await tx.insert(decisions).values({
        ...{ sequence: 1, position: 9_000_000_000, at: AT, author: 'ada', previous: 'p', hash: 'h' },
        body: { type: 'set-fields', system: 'sys_1', fields: {} },
      })
      await tx.insert(systems).values({
        ...{
          id: 'sys_1',
          state: 'registered',
          groupKey: 'k',
          groupTitle: 't',
          fields: {},
          componentCount: 2,
        },
        suppliers: ['a', 'with, comma', 'with "quotes" and \\', 'NULL', ''],
        ...{ models: [], contexts: [], flags: [], live: true, firstSeenAt: AT, seenAt: null, lane: null },
        ...{ name: 'n', sortName: 'n', search: 'n', attention: 1, version: 'v' },
      })
      await tx.insert(suppliers).values({
        ...{ slug: 'a', name: 'A', review: 'unreviewed', systemCount: 1, componentCount: 1 },
        ...{ sortName: 'a', version: 'v' },
      })
    })

  it('are those of a select: numbers, instants, lists, JSON and what is not there', async () => {
    await insert()
    const { orm } = database()
    for (const table of [scans, decisions, systems, suppliers])
      expect(await readRows(orm, rowsOf(table), sql``)).toEqual(await orm.select().from(table))
  })

  it('have the same instants in every time zone of a session', async () => {
    await insert()
    for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns'])
      await database().orm.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local time zone '${zone}'`))
        const [scan] = await readRows(tx, rowsOf(scans), sql``)
        expect(scan?.startedAt).toBe(AT)
      })
  })

  it('may join, and choose expressions', async () => {
    await insert()
    const rows = rowsFrom({
      table: systems,
      joins: sql`left join ${suppliers} on ${suppliers.slug} = ${systems.suppliers}[1]`,
      columns: {
        system: systems.id,
        supplier: suppliers.name,
        first: sql<string | null>`${systems.firstSeenAt}`,
        never: sql<string | null>`${systems.seenAt}`,
      },
      instants: ['first', 'never'],
    })
    expect(await readRows(database().orm, rows, sql`where ${eq(systems.id, 'sys_1')}`)).toEqual([
      { system: 'sys_1', supplier: 'A', first: AT, never: null },
    ])
  })

  it('have no parameters in what every query says', () => {
    const columns = { id: sql<string>`coalesce(${systems.name}, ${'nameless'})` }
    expect(() => rowsFrom({ table: systems, columns })).toThrow('must have no parameters')
  })
})
