import { eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { Statements } from './cells.ts'
import { type Rows, readRows, rowsFrom, rowsOf } from './rows.ts'
import { decisions, scans } from './tables/ledger.ts'
import { suppliers, systems } from './tables/projection.ts'
import { withDatabases } from './testing/index.ts'
import { ifAny, objectOf } from './write.ts'

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

  it('are the same values when they come as JSON, one by one and whole', async () => {
    await insert()
    const { orm, readCells } = database()
    for (const table of [scans, decisions, systems, suppliers]) {
      // Any table's rows, whose names are known when it runs.
      const rows: Rows<Record<string, unknown>> = rowsOf(table as PgTable)
      const expected: Record<string, unknown>[] = await orm.select().from(table as PgTable)
      const found = await readCells(sql`select ${rows.columns} from ${rows.from}`)
      expect(found.map((cells) => rows.whole(rows.view(cells)))).toEqual(expected)
      expect(found.map((cells) => JSON.parse(objectOf(rows.json)(cells) ?? ''))).toEqual(expected)
      for (const [name, value] of Object.entries(expected[0] ?? {}))
        expect(rows.view(found[0] ?? [])[name]).toEqual(value)
    }
  })

  it('leave out of an object what may be left out, and nothing else', async () => {
    await insert()
    const rows = rowsOf(suppliers)
    const { name, country, contract } = rows.json
    const write = objectOf({ name, country, contract: ifAny(contract), review: ifAny(rows.json.review) })
    const [cells = []] = await database().readCells(sql`select ${rows.columns} from ${rows.from}`)
    expect(write(cells)).toBe('{"name":"A","country":null,"review":"unreviewed"}')
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

  it('are planned for the values that are asked for, on a server that keeps plans', async () => {
    if (database().kind === 'embedded') return
    const { rows } = await database().pool.query('show plan_cache_mode')
    expect(rows).toEqual([{ plan_cache_mode: 'force_custom_plan' }])
  })

  it('are asked for by a statement that the server keeps, once it was asked for often', async () => {
    const ask = () => database().readCells(sql`select 'kept' where ${1} = 1::int`)
    for (let n = 0; n < 4; n++) expect(await ask()).toEqual([['"kept"']])
    const { rows } = await database().pool.query(
      `select count(*)::int as n from pg_prepared_statements where statement like '%kept%' and name like 'list%'`,
    )
    expect(rows).toEqual([{ n: database().kind === 'embedded' ? 0 : 1 }])
  })
})

describe('names of statements', () => {
  it('are given to those that are asked for often, as far as there is room', () => {
    const statements = new Statements()
    const ask = (text: string) =>
      Array.from({ length: Statements.OFTEN }, () => statements.nameOf(text)).at(-1)
    expect(statements.nameOf('select 0')).toBeUndefined()
    const names = Array.from({ length: Statements.MOST }, (_, n) => ask(`select ${n}`))
    expect(new Set(names).size).toBe(Statements.MOST)
    expect(names).not.toContain(undefined)
    expect(ask('select more')).toBeUndefined()
    expect(statements.nameOf('select 7')).toBe(names[7])
  })
})
