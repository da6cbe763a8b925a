import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCollector } from '../testing/collector.ts'
import { clientOf, send } from '../testing/requests.ts'
import { networkOf } from './client-address.ts'

describe('where a request comes from', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase('pglite')
  })
  afterAll(() => database.close())

  it.each([
    [0, '203.0.113.7', 'in-process'],
    [1, '10.0.0.1, 203.0.113.7', '203.0.113.7'],
    [2, '10.0.0.1, 203.0.113.7, 198.51.100.2', '203.0.113.7'],
    [2, '203.0.113.7', 'in-process'],
    [1, '', 'in-process'],
  ])('behind %i proxies is taken from what those have written: %j', async (proxies, forwarded, address) => {
    await database.empty()
    const collector = testCollector(database, { proxies })
    await send(collector, 'POST', '/api/v1/session', {
      body: JSON.stringify({ code: 'a'.repeat(43) }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    })
    const { data } = await clientOf(collector).GET('/api/v1/access-events')
    expect(data?.rows[0]?.address).toBe(address)
    await collector.stop()
  })

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['in-process', 'in-process'],
  ])('counts %s as the caller %s', (address, caller) => {
    expect(networkOf(address)).toBe(caller)
  })
})
