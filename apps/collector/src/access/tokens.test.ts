import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, tokenFor } from '../testing/requests.ts'

withDatabases('scanner tokens', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  async function make(expiresAt?: string | null) {
    const { data } = await clientOf(collector).POST('/api/v1/tokens', {
      body: { name: 'ci', sources: ['*'], ...(expiresAt === undefined ? {} : { expiresAt }) },
    })
    if (!data) throw new Error('no token')
    return data
  }
  const revoke = (id: string) =>
    clientOf(collector).DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })
  const statusOf = async (token: string) =>
    (await clientOf(collector, token).GET('/api/v1/fingerprint-key')).response.status

  it('end after a year, at a date, or never', async () => {
    expect((await make()).row.expiresAt).toBe('2027-11-23T08:00:00.000Z')
    expect((await make('2026-12-01T00:00:00.000Z')).row.expiresAt).toBe('2026-12-01T00:00:00.000Z')
    expect((await make(null)).row.expiresAt).toBeNull()
  })

  it('cannot be made to have ended already', async () => {
    const body = { name: 'ci', sources: ['*'], expiresAt: '2026-11-23T08:00:00.000Z' }
    const { error } = await clientOf(collector).POST('/api/v1/tokens', { body })
    expect(error).toMatchObject({ status: 422, errors: [{ place: 'expiresAt' }] })
  })

  it('are refused when wrong, revoked or expired, all with one answer', async () => {
    const revoked = await make()
    const expired = await make('2026-11-23T08:30:00.000Z')
    expect([await statusOf(revoked.token), await statusOf(expired.token)]).toEqual([200, 200])
    await revoke(revoked.row.id)
    collector.clock.pass(30 * 60_000)
    const answers = []
    for (const token of [revoked.token, expired.token, 'aic_wrong-token-of-mine-xx']) {
      const { error } = await clientOf(collector, token).GET('/api/v1/fingerprint-key')
      answers.push({ ...error, requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 401 })
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
  })

  it('show who made them, when they were last used, and what became of them', async () => {
    const used = await make()
    const revoked = await make()
    const expired = await make('2026-11-23T08:30:00.000Z')
    await statusOf(used.token)
    await revoke(revoked.row.id)
    collector.clock.pass(HOUR_MS)
    const { data } = await clientOf(collector).GET('/api/v1/tokens')
    const row = (id: string) => data?.rows.find((one) => one.id === id)
    expect(row(used.row.id)).toMatchObject({
      state: 'valid',
      createdBy: 'operator',
      lastUsedAt: '2026-11-23T08:00:00.000Z',
    })
    expect(row(revoked.row.id)).toMatchObject({ state: 'revoked', lastUsedAt: null })
    expect(row(expired.row.id)?.state).toBe('expired')
  })

  it('that are wrong are slowed down, without slowing down right ones of the same address', async () => {
    const right = await tokenFor(collector, '*')
    const statuses = []
    for (let n = 0; n < 21; n++) statuses.push(await statusOf(`aic_wrong-token-of-mine-${n}`))
    expect(statuses).toEqual([...Array(20).fill(401), 429])
    expect(await statusOf(right)).toBe(200)
  })

  it('are not kept as they are', async () => {
    const token = await tokenFor(collector, '*')
    const { rows } = await database().pool.query('select row_to_json(t)::text as text from scanner_token t')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token.slice(4))
  })
})

const HOUR_MS = 60 * 60_000
