import { readFileSync } from 'node:fs'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { OPERATOR, type TestCollector, testCollector } from '../testing/collector.ts'
import { Random } from '../testing/random.ts'
import { type Caller, type Document, type MadeRequest, makeRequest } from '../testing/random-requests.ts'
import {
  bodyOf,
  clientOf,
  cookieFor,
  finding,
  scanWith,
  send,
  startScan,
  tokenFor,
} from '../testing/requests.ts'

/** `FUZZ_REQUESTS=100000` and `FUZZ_SEED=7` look further than the suite does. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000)
const SEED = Number(process.env.FUZZ_SEED ?? 2026)

const document = JSON.parse(
  readFileSync(new URL('../../../../packages/api/openapi.json', import.meta.url), 'utf8'),
) as Document // the generated document; a test elsewhere validates it

/** What only our own parts say, and never to a caller. */
const INTERNALS =
  /Failed query|syntax error at|invalid input syntax|violates \S+ constraint|out of range for type|node_modules|\.ts:\d+|^\s+at \S+ \(/m

withDatabases('generated requests', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(async () => {
    collector.deps.events.close()
    await collector.stop()
  })

  async function callersOf(secrets: string[]): Promise<Caller[]> {
    const token = await tokenFor(collector, 'code:*')
    secrets.push(token, OPERATOR)
    const callers: Caller[] = [
      { name: 'nobody', headers: {}, isStrong: false },
      {
        name: 'a guesser',
        headers: { authorization: 'Bearer aicc_0123456789012345678901234567890123' },
        isStrong: false,
      },
      { name: 'a scanner', headers: { authorization: `Bearer ${token}` }, isStrong: false },
      { name: 'the operator', headers: { authorization: `Bearer ${OPERATOR}` }, isStrong: true },
    ]
    for (const role of ['viewer', 'auditor', 'governance', 'admin'] as const) {
      const cookie = await cookieFor(collector, role)
      secrets.push(cookie)
      const headers = { cookie, origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }
      callers.push({ name: role, headers, isStrong: role === 'admin' })
    }
    return callers
  }

  /** Values that are really there, so that requests reach what lies behind the first check. */
  async function valuesOf(): Promise<Record<string, string[]>> {
    await scanWith(
      collector,
      { keys: ['a', 'b'] },
      {
        scope: 'git:github.com/acme/web',
        findings: [finding('m', { kind: 'model', model: { id: 'gpt-4o', publisher: 'openai' } })],
      },
    )
    const { systems, components } = await readInventory(collector.deps)
    const ids = systems.map(({ id }) => id)
    const scopes = ['git:github.com/acme/shop', 'git:github.com/acme/web']
    return {
      id: [...ids, ...components.map(({ id }) => id), 'openai', 'gpt-4o'],
      system: ids,
      systems: ids,
      from: ids,
      into: ids,
      supplier: ['openai'],
      scan: [await startScan(collector), await startScan(collector)],
      scope: scopes,
      key: [...scopes, 'a', 'b', 'm'],
      level: ['low', 'medium', 'high'],
      nextReview: ['2027-06-01'],
      until: ['2027-06-01'],
      format: ['json', 'csv', 'cyclonedx'],
      source: ['code:local'],
      scanner: ['code'],
    }
  }

  async function faultOf(
    made: MadeRequest,
    secrets: readonly string[],
    answers: Map<number, number>,
  ): Promise<string | null> {
    const response = await send(collector, made.method, made.path, {
      headers: made.headers,
      ...(made.body === undefined ? {} : { body: made.body }),
    })
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel()
      return null
    }
    const text = await response.text()
    const { status } = response
    answers.set(status, (answers.get(status) ?? 0) + 1)
    if (status >= 500) return `${status}: ${text.slice(0, 300)}`
    const leaked = secrets.find((secret) => text.includes(secret))
    if (leaked) return 'a secret in the answer'
    if (status < 400 || made.method === 'HEAD') return null
    const internal = INTERNALS.exec(text)?.[0]
    if (internal) return `internals in the answer: ${internal}`
    if (response.headers.get('content-type') !== 'application/problem+json')
      return `${status} is no problem: ${text.slice(0, 200)}`
    const problem: unknown = JSON.parse(text)
    const requestId = response.headers.get('x-request-id')
    if (
      typeof problem !== 'object' ||
      problem === null ||
      !('requestId' in problem) ||
      !('status' in problem)
    )
      return `${status} is no problem: ${text.slice(0, 200)}`
    return problem.requestId === requestId && problem.status === status
      ? null
      : 'another request’s id or status'
  }

  it('are all answered or refused in order, leak nothing and leave the log whole', {
    timeout: 300_000,
  }, async () => {
    const secrets: string[] = []
    const callers = await callersOf(secrets)
    const values = await valuesOf()
    const random = new Random(SEED)
    const faults: string[] = []
    const answers = new Map<number, number>()
    for (let i = 0; i < REQUESTS && faults.length < 20; i++) {
      // What signs out or revokes would end the callers that the rest needs.
      const made = makeRequest({ document, callers, values }, random)
      if (made.method === 'DELETE' && made.path.startsWith('/api/v1/session')) made.headers = {}
      collector.clock.pass(20)
      const fault = await faultOf(made, secrets, answers)
      if (fault)
        faults.push(
          `${i} ${made.method} ${made.path.slice(0, 200)} ${String(made.body).slice(0, 500)}\n  ${fault}`,
        )
    }
    expect(faults.join('\n')).toBe('')
    // Otherwise it would only show that everything is refused.
    const accepted = [200, 201, 304].reduce((sum, status) => sum + (answers.get(status) ?? 0), 0)
    expect(accepted / REQUESTS, JSON.stringify([...answers].sort())).toBeGreaterThan(0.1)
    await collector.deps.reconciler.settle(60_000)
    const { data } = await clientOf(collector).GET('/api/v1/audit/log')
    expect(data).toMatchObject({ ok: true, faults: [] })
    expect(data?.length).toBeGreaterThan(0)
    const live = await readInventory(collector.deps)
    await rebuildProjection(collector.deps)
    expect(await readInventory(collector.deps)).toEqual(live)
    expect((await bodyOf(await send(collector, 'GET', '/readyz'))).lag.events).toBe(0)
  })
})
