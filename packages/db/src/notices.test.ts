import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from './testing/index.ts'

// An embedded database has one collector, and nobody to tell.
describe('notices on one PostgreSQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  afterAll(() => database.close())

  function listen() {
    const heard: string[] = []
    const missed: number[] = []
    const notices = database.openNotices?.({
      heard: (text) => heard.push(text),
      missed: () => missed.push(heard.length),
    })
    if (!notices) throw new Error('PostgreSQL has notices')
    return { ...notices, heard, missed }
  }

  /** Sends until it is heard: who listens is not told when it begins. */
  async function sendUntilHeard(
    text: string,
    from: ReturnType<typeof listen>,
    by: ReturnType<typeof listen>,
  ) {
    while (!by.heard.includes(text)) {
      from.send(text)
      await sleep(20)
    }
  }

  it('are heard by the others', async () => {
    const [one, two] = [listen(), listen()]
    await sendUntilHeard('hello', one, two)
    await sendUntilHeard('and back', two, one)
    await Promise.all([one.close(), two.close()])
  })

  it('are heard again after the connection was cut, and that some were missed is told', async () => {
    const [one, two] = [listen(), listen()]
    await sendUntilHeard('before', one, two)
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where (query like 'listen %' or query like 'select pg_notify%')
       and datname = current_database() and pid <> pg_backend_pid()`,
    )
    await sendUntilHeard('after', one, two)
    expect(two.missed).toHaveLength(1)
    await Promise.all([one.close(), two.close()])
  })

  it.each([0, 1, 5, 20, 50])('end at once, %i ms after they began', async (ms) => {
    const notices = listen()
    await sleep(ms)
    const since = performance.now()
    await notices.close()
    expect(performance.now() - since).toBeLessThan(8000)
  })
})
