import { sql } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { expect, it } from 'vitest'
import { type Column, rowsOf } from './sql-rows.ts'

withDatabases('rows of a statement', (db) => {
  const select = async (columns: Record<string, Column>) => {
    const { rows } = await db().orm.execute(sql`select * from ${rowsOf(columns)} as new`)
    return rows
  }

  it('arrive as they are, whatever stands in them', async () => {
    const hostile = ['plain', '', 'two\nlines', '\t\\n \\ "quoted" {a,b}', 'NULL', '名前 😀', "it's"]
    const columns = {
      key: hostile.map((_, i) => `key ${i}`),
      text: hostile,
      back: [...hostile].reverse(),
      none: hostile.map((_, i) => (i % 2 ? null : `said ${i}`)),
    }
    expect(await select(columns)).toEqual(
      hostile.map((text, i) => ({
        key: columns.key[i],
        text,
        back: columns.back[i],
        none: columns.none[i],
      })),
    )
  })

  it('may have a column that says the same in all, or nothing', async () => {
    expect(await select({ key: ['a', 'b'], same: ['one\nline', 'one\nline'], none: [null, null] })).toEqual([
      { key: 'a', same: 'one\nline', none: null },
      { key: 'b', same: 'one\nline', none: null },
    ])
  })

  it('may be one, or many of one key', async () => {
    expect(await select({ key: ['a'] })).toEqual([{ key: 'a' }])
    expect(await select({ key: [''], other: ['x'] })).toEqual([{ key: '', other: 'x' }])
    expect(await select({ key: ['a', 'a'] })).toEqual([{ key: 'a' }, { key: 'a' }])
  })
})
