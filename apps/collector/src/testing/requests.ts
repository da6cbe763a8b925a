import { randomUUID } from 'node:crypto'
import { createClient } from '@ai-census/api/client'
import { users } from '@ai-census/db'
import type { Finding, ScanReport } from '@ai-census/schema'
import { ownCause } from '../access/access-events.ts'
import { openSession } from '../access/sessions.ts'
import { createToken } from '../access/tokens.ts'
import { sessionCookieName } from '../http/cookies.ts'
import { OPERATOR, type TestCollector } from './collector.ts'

const ORIGIN = 'http://127.0.0.1:7420'

/** The typed client, wired to the server without a socket. */
export const clientOf = ({ app }: TestCollector, token: string = OPERATOR) =>
  createClient({ baseUrl: ORIGIN, token, fetch: async (request) => app.request(request) })

export const tokenFor = async ({ deps }: TestCollector, ...sources: string[]): Promise<string> =>
  (await createToken(deps, { name: 'a scanner', sources }, ownCause)).token

/** The cookie of a signed-in person who is called like the role. */
export async function cookieFor(
  { deps }: TestCollector,
  role: 'viewer' | 'auditor' | 'governance' | 'admin',
): Promise<string> {
  const { orm } = deps.database
  const createdAt = deps.now().toISOString()
  await orm
    .insert(users)
    .values({ id: role, name: role, role, createdAt, createdBy: 'test' })
    .onConflictDoNothing()
  const { secret } = await openSession(orm, deps, role, { method: 'link', agent: null })
  return `${sessionCookieName(deps.url())}=${secret}`
}

/** An answer's body; what it holds is what the test is about. */
// biome-ignore lint/suspicious/noExplicitAny: assertions say what they expect of it
export const bodyOf = (response: Response): Promise<any> => response.json()

/** A request as any program could send it. */
export function send(
  { app }: TestCollector,
  method: string,
  path: string,
  options: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<Response> {
  return Promise.resolve(
    app.request(`${ORIGIN}${path}`, {
      method,
      headers: options.headers ?? { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/json' },
      ...(options.body === undefined ? {} : { body: options.body }),
    }),
  )
}

export const finding = (key: string, more: Partial<Finding> = {}): Finding => ({
  key,
  kind: 'service',
  supplier: 'openai',
  name: key,
  grade: 'configured',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [
    {
      method: 'import',
      rule: 'openai/import',
      strength: 'strong',
      location: { path: 'app.py', startLine: 3 },
    },
  ],
  ...more,
})

export interface Look {
  scope?: string
  at?: string
  keys?: string[]
  findings?: Finding[]
  status?: ScanReport['coverage']['status']
}

export const report = (look: Look = {}): ScanReport => {
  const at = look.at ?? '2026-11-23T08:00:00.000Z'
  const key = look.scope ?? 'git:github.com/acme/shop'
  return {
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c1',
    scope: { key, title: key.split('/').at(-1) ?? key },
    startedAt: at,
    finishedAt: at,
    coverage: { status: look.status ?? 'complete' },
    findings: look.findings ?? (look.keys ?? ['service:openai']).map((k) => finding(k)),
    unknowns: [],
  }
}

/** Starts a scan and gives its id. */
export async function startScan(collector: TestCollector, source = 'code:local'): Promise<string> {
  const scan = randomUUID()
  const body = {
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c1',
    source,
    startedAt: '2026-11-23T08:00:00.000Z',
  }
  const { error } = await clientOf(collector).PUT('/api/v1/scans/{scan}', {
    params: { path: { scan } },
    body,
  })
  if (error) throw new Error(JSON.stringify(error))
  return scan
}

/** One scan with these looks, put and reconciled. Gives the answers. */
export const scanWith = (collector: TestCollector, ...looks: Look[]) =>
  scanOf(collector, 'code:local', ...looks)

export async function scanOf(collector: TestCollector, source: string, ...looks: Look[]) {
  const scan = await startScan(collector, source)
  const answers = []
  for (const look of looks) {
    collector.clock.reach(report(look).finishedAt)
    const { data, error } = await clientOf(collector).PUT('/api/v1/scans/{scan}/report', {
      params: { path: { scan } },
      body: report(look),
    })
    if (!data) throw new Error(JSON.stringify(error))
    answers.push(data)
  }
  await clientOf(collector).POST('/api/v1/scans/{scan}/finish', {
    params: { path: { scan } },
    body: { finishedAt: '2026-11-23T09:00:00.000Z', coverage: { status: 'complete' } },
  })
  return answers
}

/** The n-th day of the tests' calendar. */
export const day = (n: number): string => new Date(Date.UTC(2026, 10, 23 + n, 8)).toISOString()
