import { expect, it } from 'vitest'
import { withDatabases } from './testing/index.ts'

withDatabases('the database', (database) => {
  it('is migrated and empty', async () => {
    const { rows } = await database().pool.query('select count(*)::int as n from scan')
    expect(rows).toEqual([{ n: 0 }])
  })

  it('keeps an instant to the millisecond', async () => {
    const { rows } = await database().pool.query(`select '2026-11-23T08:00:00.123Z'::timestamptz(3) as at`)
    expect(rows).toEqual([{ at: new Date('2026-11-23T08:00:00.123Z') }])
  })
})
