import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, cookieFor, scanWith, send, startScan } from '../testing/requests.ts'
import { loadDashboard } from './dashboard.ts'
import { WHOLE } from './input.ts'

const INLINE = 'window.start = 1'

function dashboardFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-dashboard-'))
  mkdirSync(join(folder, '_app/immutable'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), `<script>${INLINE}</script><script src="/a.js"></script>`)
  writeFileSync(join(folder, '_app/immutable/a.abc.js'), 'export {}')
  return folder
}

// What is tested here is the server's edge; the database beneath makes no difference to it.
describe('the HTTP edge', () => {
  let database: TestDatabase
  let collector: TestCollector
  const folder = dashboardFolder()
  beforeAll(async () => {
    database = await openTestDatabase('postgres')
  })
  beforeEach(() => {
    collector = testCollector(database, { dashboard: loadDashboard(folder) })
  })
  afterEach(() => collector.stop())
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  const get = (path: string, headers?: Record<string, string>) =>
    send(collector, 'GET', path, headers ? { headers } : {})

  it('answers every refusal as problem details with the request’s id', async () => {
    const response = await get('/api/v1/nothing', { 'x-request-id': 'my-request-1' })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('x-request-id')).toBe('my-request-1')
    expect(await bodyOf(response)).toMatchObject({ status: 404, requestId: 'my-request-1' })
  })

  it('names the query parameter that is wrong', async () => {
    const response = await get('/api/v1/systems?limit=0&cursor=x')
    expect(response.status).toBe(400)
    expect((await bodyOf(response)).errors).toEqual([{ place: 'query.limit', message: expect.any(String) }])
  })

  it.each(['x', 'bm90IGpzb24', '', '%00'])('refuses the cursor %j', async (cursor) => {
    const response = await get(`/api/v1/systems?cursor=${cursor}`)
    expect(response.status).toBe(400)
  })

  it('answers an unchanged GET with 304', async () => {
    const first = await get('/api/v1/systems')
    const etag = first.headers.get('etag') ?? ''
    const headers = { authorization: 'Bearer aico_test-operator-token', 'if-none-match': etag }
    const again = await get('/api/v1/systems', headers)
    expect([again.status, await again.text()]).toEqual([304, ''])
    await scanWith(collector, {})
    expect((await get('/api/v1/systems', headers)).status).toBe(200)
  })

  it('does not answer to a foreign host name that leads here', async () => {
    expect((await get('/healthz', { host: 'evil.example:7420' })).status).toBe(421)
    expect((await get('/healthz', { host: 'localhost:7420' })).status).toBe(200)
  })

  it('refuses a signed-in person’s change from another site’s page', async () => {
    const cookie = await cookieFor(collector, 'admin')
    const make = (headers: Record<string, string>) =>
      send(collector, 'POST', '/api/v1/sign-in-links', {
        headers: { cookie, host: '127.0.0.1:7420', ...headers },
      })
    expect((await make({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await make({ origin: 'null' })).status).toBe(403)
    expect((await make({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await make({})).status).toBe(403)
    expect((await make({ origin: 'http://127.0.0.1:7420' })).status).toBe(201)
  })

  it('refuses a small body that would grow beyond the limit', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(WHOLE.decoded + 1), { level: 1 }))
    const response = await send(collector, 'PUT', `/api/v1/scans/${await startScan(collector)}/report`, {
      body: bomb,
      headers: {
        authorization: 'Bearer aico_test-operator-token',
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
    })
    expect(response.status).toBe(413)
    expect((await bodyOf(response)).detail).toContain('Send it as application/x-ndjson')
  })

  it('refuses a body of another media type', async () => {
    const headers = { authorization: 'Bearer aico_test-operator-token', 'content-type': 'text/plain' }
    expect((await send(collector, 'POST', '/api/v1/tokens', { body: '{}', headers })).status).toBe(415)
  })

  const authorization = 'Bearer aico_test-operator-token'

  it.each([
    ['DELETE', '/api/v1/systems', 'GET, HEAD'],
    ['GET', '/api/v1/decisions/batch', 'POST'],
    ['PATCH', '/api/v1/session', 'DELETE, GET, HEAD, POST'],
  ])('says for %s %s which methods there are', async (method, path, allow) => {
    const response = await send(collector, method, path, { headers: { authorization } })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  })

  it.each([
    ['text/html', 406],
    ['application/json;q=0, */*', 406],
    ['text/html, application/*;q=0.5', 200],
    ['*/*', 200],
  ])('takes Accept: %s at its word: %i', async (accept, status) => {
    expect((await get('/api/v1/systems', { authorization, accept })).status).toBe(status)
  })

  it('says where a body stops being JSON', async () => {
    const response = await send(collector, 'POST', '/api/v1/decisions', { body: '{\n  "body": {,\n}' })
    expect(response.status).toBe(400)
    expect((await bodyOf(response)).errors).toEqual([
      { place: 'body, line 2, column 12', message: 'not valid JSON' },
    ])
  })

  it('refuses a body larger than its endpoint takes', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(5 * 1024 * 1024) })
    expect((await send(collector, 'POST', '/api/v1/tokens', { body })).status).toBe(413)
  })

  it('tells each caller what is left to it, by who it is and not by where it is', async () => {
    const left = async (headers: Record<string, string>) =>
      (await get('/api/v1/version', headers)).headers.get('ratelimit')
    expect(await left({ authorization })).toBe('"requests";r=1999;t=1')
    expect(await left({ authorization })).toBe('"requests";r=1998;t=1')
    const cookie = await cookieFor(collector, 'viewer')
    expect(await left({ cookie })).toBe('"requests";r=1999;t=1')
    const response = await get('/api/v1/version', { cookie })
    expect(response.headers.get('ratelimit-policy')).toBe('"requests";q=2000;w=10')
  })

  it('refuses a decision on what If-Match no longer names', async () => {
    await scanWith(collector, {})
    const [system] = (await bodyOf(await get('/api/v1/systems'))).rows
    const { version } = await bodyOf(await get(`/api/v1/systems/${system.id}`))
    const decide = (match: string, ifVersion?: string) =>
      send(collector, 'POST', '/api/v1/decisions', {
        body: JSON.stringify({ body: { type: 'assign', system: system.id, assignee: 'ada' }, ifVersion }),
        headers: { authorization, 'content-type': 'application/json', 'if-match': match },
      })
    expect((await decide('"old"')).status).toBe(412)
    expect((await decide('unquoted')).status).toBe(400)
    expect((await decide(`"${version}"`, 'other')).status).toBe(412)
    expect((await decide(`"${version}"`)).status).toBe(201)
    expect((await decide(`"${version}"`)).status).toBe(412)
    expect((await decide('*')).status).toBe(201)
  })

  it('is ready with how far the inventory is behind, and not ready where the database is another’s', async () => {
    expect(await bodyOf(await get('/readyz'))).toEqual({ status: 'ready', lag: { events: 0, seconds: 0 } })
    await database.pool.query(`insert into schema_migration (name, hash) values ('9999_later', '')`)
    const response = await get('/readyz')
    await database.pool.query(`delete from schema_migration where name = '9999_later'`)
    expect(response.status).toBe(503)
    expect((await bodyOf(response)).detail).toContain('newer AI Census')
  })

  it('serves its own description', async () => {
    const document = await bodyOf(await get('/api/v1/openapi.json'))
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/api/v1/systems'].get.tags).toEqual(['systems'])
  })

  it('slows down who asks too much, and says for how long', async () => {
    const answers = await Promise.all(Array.from({ length: 2100 }, () => get('/healthz')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    collector.clock.pass(1000)
    expect((await get('/healthz')).status).toBe(200)
  })

  it('serves a page whose path looks like a file’s to who goes there, and to nobody else', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml' }
    expect((await send(collector, 'GET', '/models/gpt-4.1', { headers })).status).toBe(200)
    expect((await send(collector, 'GET', '/models/meta%2Fllama-3.1', { headers })).status).toBe(200)
    expect((await send(collector, 'GET', '/chunk.js', { headers: { accept: '*/*' } })).status).toBe(404)
    expect((await send(collector, 'GET', '/api/v1/none.html', { headers })).status).toBe(404)
  })

  it('serves the dashboard’s pages under any path, and its files with their caching', async () => {
    const page = await get('/systems/sys_1')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const file = await get('/_app/immutable/a.abc.js')
    expect(file.headers.get('cache-control')).toContain('immutable')
    expect((await get('/_app/immutable/old.js')).status).toBe(404)
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%00', '/%zz'])(
    'gives no file outside the dashboard for %s',
    async (path) => {
      const response = await get(path)
      expect(await response.text()).not.toContain('"name"')
    },
  )

  it('lets only its own scripts run, the inline one by its hash', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    const { createHash } = await import('node:crypto')
    const hash = createHash('sha256').update(INLINE).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it('shows its metrics, and no secret in them', async () => {
    await get('/api/v1/systems')
    const text = await (await get('/metrics')).text()
    expect(text).toContain('route="/api/v1/systems",status="200"')
    expect(text).toMatch(/^ai_census_reconcile_lag_events 0$/m)
    expect(text).toMatch(/^ai_census_ledger_position \d+$/m)
    expect(text).toMatch(/^ai_census_db_connections \d+$/m)
    expect(text).not.toContain('aico_')
  })
})
