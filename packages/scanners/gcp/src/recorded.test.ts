import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { createGcpScanner } from './index.ts'
import { at, LOCATION, NOW, NUMBER, PROJECT } from './testing/index.ts'

interface Answer {
  readonly status?: number
  readonly text?: string
  readonly json?: unknown
}

const ENDPOINTS = `/v1/projects/${PROJECT}/locations/${LOCATION}/endpoints`
/** What was recorded, by path, all services at one address. */
const recorded: Readonly<Record<string, Answer>> = {
  [`/v3/projects/${PROJECT}`]: { json: { name: `projects/${NUMBER}`, projectId: PROJECT } },
  [ENDPOINTS]: { json: { endpoints: [{ name: `${at}/endpoints/1`, displayName: 'fraud' }] } },
}

/** A server that knows a few addresses and gives the same to everything else. */
async function scan(otherwise: Answer, known = recorded, config: object = {}) {
  const sent: { path: string; authorization: string | undefined }[] = []
  const server = createServer((request, response) => {
    request.resume()
    const { pathname } = new URL(request.url ?? '/', 'http://recorder')
    sent.push({ path: decodeURIComponent(pathname), authorization: request.headers.authorization })
    const { status = 200, text, json } = known[decodeURIComponent(pathname)] ?? otherwise
    response.writeHead(status).end(json === undefined ? text : JSON.stringify(json))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Listening on TCP, the address is one of these.
  const { port } = server.address() as AddressInfo
  try {
    const reports = await collectReports(
      createGcpScanner(quickClock()),
      { endpoint: `http://127.0.0.1:${port}`, allowInsecure: true, projects: PROJECT, ...config },
      { now: () => NOW, source: 'gcp:recorded' },
    )
    return {
      sent,
      reports: new Map(reports.map((one) => [one.scope.key.replace(`gcp:${NUMBER}/`, ''), one])),
    }
  } finally {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  }
}
const cellOf = (report: ScanReport | undefined, type: string) =>
  report?.coverage.cells?.find((one) => one.type === type)

describe('a server that knows what was recorded and nothing else', () => {
  it.each<[string, Answer]>([
    ['404 with a page for people', { status: 404, text: '<html>Not found</html>' }],
    ['404 in a form of its own', { status: 404, json: { error: 'not found' } }],
    ['404 without a word', { status: 404 }],
    ['501', { status: 501, text: 'Unsupported method' }],
    ['an empty answer', { text: '' }],
    ['an answer without a body', { status: 204 }],
    ['a page for people', { text: '<!doctype html><title>Recorder</title>' }],
    ['null', { json: null }],
    ['a list', { json: [] }],
    ['a refusal under a good status', { json: { error: { code: 404, message: 'Not recorded.' } } }],
  ])(
    'gives %s: what it knows is found, nothing else is said to be absent, and nothing breaks',
    async (_, reply) => {
      const { reports } = await scan(reply, recorded, { locations: LOCATION })
      for (const [key, { coverage }] of reports) {
        expect([coverage.reason, coverage.detail], key).not.toContain('error')
        for (const cell of coverage.cells ?? [])
          if (cell.type !== 'vertex-endpoint') expect(cell.status, `${key} ${cell.type}`).not.toBe('complete')
      }
      const vertex = reports.get(`${LOCATION}/aiplatform`)
      expect(cellOf(vertex, 'vertex-endpoint')).toMatchObject({ status: 'complete', resources: 1 })
      expect(vertex?.findings.map(({ name }) => name)).toEqual(['fraud'])
    },
  )

  it('has the usual places looked at where it does not say where a service is', async () => {
    const { reports } = await scan({ status: 404 }, recorded, { services: 'aiplatform' })
    expect(reports.get('-/aiplatform')?.coverage.status).toBe('failed')
    expect(reports.get(`${LOCATION}/aiplatform`)?.findings).toHaveLength(1)
    expect(cellOf(reports.get('us-central1/aiplatform'), 'vertex-endpoint')?.status).toBe('failed')
  })

  it('gives the same page for ever: the list ends partial, and says why', async () => {
    const again = { json: { endpoints: [{ name: `${at}/endpoints/1` }], nextPageToken: 'again' } }
    const { reports } = await scan(
      { status: 404 },
      { ...recorded, [ENDPOINTS]: again },
      { services: 'aiplatform', locations: LOCATION },
    )
    const vertex = reports.get(`${LOCATION}/aiplatform`)
    expect(cellOf(vertex, 'vertex-endpoint')).toMatchObject({ status: 'partial', reason: 'pagination-loop' })
    expect(vertex?.findings).toHaveLength(1)
  })

  it('is sent the token that a person gave, and without one none', async () => {
    const settings = { services: 'aiplatform', locations: LOCATION }
    const { sent } = await scan({ status: 404 }, recorded, { ...settings, token: 'a-token' })
    expect(new Set(sent.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer a-token']))
    const bare = await scan({ status: 404 }, recorded, settings)
    expect(new Set(bare.sent.map(({ authorization }) => authorization))).toEqual(new Set([undefined]))
  })
})
