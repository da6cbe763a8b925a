import { randomUUID } from 'node:crypto'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, report, tokenFor } from '../testing/requests.ts'

const SCOPE = 'git:github.com/b/x'

withDatabases('the source of a scope', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  /** A scan of a source by a scanner that has these sources' token. */
  async function scanner(source: string, ...sources: string[]) {
    const client = clientOf(collector, await tokenFor(collector, ...sources))
    const path = { scan: randomUUID() }
    const startedAt = '2026-11-23T08:00:00.000Z'
    const start = { scanner: 'code', version: '1.0.0', catalogue: 'c1', source, startedAt }
    const { response } = await client.PUT('/api/v1/scans/{scan}', { params: { path }, body: start })
    return {
      started: response.status,
      put: (at = startedAt, named?: string) => {
        const body = report({ scope: SCOPE, at })
        if (named !== undefined) body.scope.source = named
        return client.PUT('/api/v1/scans/{scan}/report', { params: { path }, body })
      },
      confirm: (digest: string) =>
        client.POST('/api/v1/scans/{scan}/confirm', {
          params: { path },
          body: { scopes: [{ key: SCOPE, digest, at: startedAt }] },
        }),
    }
  }

  it('is one that the token covers, or no scan begins', async () => {
    expect((await scanner('github:b', 'github:a')).started).toBe(403)
    expect((await scanner('github:a', 'github:a')).started).toBe(200)
  })

  it('may be learned by a scan on its way: what it names then must be covered', async () => {
    const unnamed = await scanner('github:default', 'github:a')
    expect(unnamed.started).toBe(200)
    expect((await unnamed.put('2026-11-23T08:00:00.000Z')).response.status).toBe(403)
    expect((await unnamed.put('2026-11-23T08:00:00.000Z', 'github:b')).response.status).toBe(403)
    expect((await unnamed.put('2026-11-23T08:00:00.000Z', 'github:a')).response.status).toBe(200)
    expect((await scanner('azure:default', 'github:a')).started).toBe(403)
  })

  it('keeps another source’s token from reporting the scope, and says why', async () => {
    const { data } = await (await scanner('github:b', 'github:b')).put()
    const other = await scanner('github:a', 'github:a')
    const { error, response } = await other.put('2026-11-24T08:00:00.000Z')
    expect(response.status).toBe(403)
    expect(error?.detail).toContain(`The scope ${SCOPE} is reported for the source github:b`)
    // Nor by saying that it saw the same; the report is then refused like any other.
    expect((await other.confirm(data?.digest ?? '')).data).toEqual({ confirmed: [], needed: [SCOPE] })
    const { data: coverage } = await clientOf(collector).GET('/api/v1/coverage')
    expect(coverage?.rows[0]?.lookedAt).toBe('2026-11-23T08:00:00.000Z')
  })

  it('may change by a token that covers both', async () => {
    await (await scanner('github:b', 'github:b')).put()
    const both = await scanner('github:a', 'github:a', 'github:b')
    expect((await both.put('2026-11-24T08:00:00.000Z')).response.status).toBe(200)
  })
})
