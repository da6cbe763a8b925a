import { sql } from '@ai-census/db/query'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureOf } from './failure.ts'

describe('what is logged of a failed query', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())

  it('is the database’s reason, and none of the values', async () => {
    const error = await database.orm.execute(sql`select ${'sk-secret'}::text from no_such_table`).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(failureOf(error).error).toBe('relation "no_such_table" does not exist')
    expect(JSON.stringify(failureOf(error))).not.toContain('sk-secret')
  })
})
