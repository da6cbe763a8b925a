import { collectReports, quickClock, type Reply, startStandIn } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { createAzureScanner } from './index.ts'
import { ACCOUNTS, all, FOUNDRY, NOW, OPENAI, SUBSCRIPTION, smallSubscription } from './testing/index.ts'

const estate = smallSubscription()
/** What was recorded, by path in lower case: an answer's page for each. */
const recorded: Readonly<Record<string, readonly Reply[]>> = {
  '/subscriptions': [{ json: { value: estate['/subscriptions'] } }],
  [all(ACCOUNTS)]: [{ json: { value: estate[all(ACCOUNTS)] } }],
  [`${OPENAI}/deployments`.toLowerCase()]: [
    {
      json: {
        value: [{ id: `${OPENAI}/deployments/one`, name: 'one', properties: { model: { name: 'gpt-4o' } } }],
        // As a recording has it: Resource Manager's own host.
        nextLink: `https://management.azure.com:443${OPENAI}/deployments?api-version=2025-06-01&$skipToken=2`,
      },
    },
    { json: { value: [{ id: `${OPENAI}/deployments/two`, name: 'two', properties: {} }] } },
  ],
}

/** A server that knows a few addresses and gives the same to everything else. */
async function scan(otherwise: Reply, known = recorded, config: object = {}) {
  const counts = new Map<string, number>()
  const script = ({ path }: { path: string }): Reply => {
    const at = decodeURI(path).toLowerCase()
    const count = counts.get(at) ?? 0
    counts.set(at, count + 1)
    const pages = known[at]
    return pages?.[Math.min(count, pages.length - 1)] ?? otherwise
  }
  const routes: Record<string, typeof script> = {}
  for (let length = 1; length <= 20; length++) {
    const pattern = Array.from({ length }, (_, i) => `/:p${i}`).join('')
    routes[`GET ${pattern}`] = script
    routes[`POST ${pattern}`] = script
  }
  await using server = await startStandIn(routes)
  const reports = await collectReports(
    createAzureScanner(quickClock()),
    { endpoint: server.url, allowInsecure: true, ...config },
    { now: () => NOW, source: 'azure:recorded' },
  )
  return new Map(reports.map((report) => [report.scope.key.split('/').at(-1) ?? '', report]))
}
const cells = (report: ScanReport | undefined) =>
  new Map(report?.coverage.cells?.map((cell) => [cell.type, cell]) ?? [])

const KNOWN = new Set(['cognitive-account'])

describe('a server that knows what was recorded and nothing else', () => {
  it.each<[string, Reply]>([
    ['404 with a page for people', { status: 404, text: '<html>Not found</html>' }],
    ['404 in a form of its own', { status: 404, json: { error: 'not found' } }],
    ['404 without a word', { status: 404 }],
    ['501', { status: 501, text: 'Unsupported method' }],
    ['an empty answer', { status: 200 }],
    ['an answer without a body', { status: 204 }],
    ['a page for people', { text: '<!doctype html><title>Recorder</title>' }],
    ['an empty object', { json: {} }],
    ['null', { json: null }],
    ['a list', { json: [] }],
    ['a refusal under a good status', { json: { error: { code: 'NotRecorded', message: 'No.' } } }],
    ['500', { status: 500, json: { message: 'no cassette' } }],
  ])(
    'gives %s: what it knows is found, nothing else is said to be absent, and nothing breaks',
    async (_, reply) => {
      const reports = await scan(reply)
      for (const [service, { coverage }] of reports) {
        expect([coverage.reason, coverage.detail], service).not.toContain('error')
        for (const cell of coverage.cells ?? [])
          if (!KNOWN.has(cell.type)) expect(cell.status, cell.type).not.toBe('complete')
      }
      const names = reports.get('microsoft.cognitiveservices')?.findings.map(({ name }) => name)
      // Both pages, the second one by a link to the real Resource Manager.
      expect(names).toEqual(expect.arrayContaining(['Shop-OpenAI', 'shop-foundry', 'one', 'two']))
      const found = cells(reports.get('microsoft.cognitiveservices'))
      expect(found.get('cognitive-account')?.status).toBe('complete')
      expect(found.get('cognitive-deployment')?.status).toBe('partial')
    },
  )

  it('is read without any list of subscriptions where one is named', async () => {
    const { '/subscriptions': _, ...rest } = recorded
    const reports = await scan({ status: 404 }, rest, { subscriptions: SUBSCRIPTION })
    expect(cells(reports.get('microsoft.cognitiveservices')).get('cognitive-account')?.status).toBe(
      'complete',
    )
  })

  it.each([
    ['the same next link for ever', `${all(ACCOUNTS)}?again`, 'pagination-loop'],
    ['a next link that is a word', 'string', 'http-404'],
    ['a next link that is no address', 'https://', 'unexpected-answer'],
    ['a next link to somewhere else', 'https://contoso.com/page2', 'foreign-link'],
  ])('gives %s: the list ends partial, and says why', async (_, nextLink, reason) => {
    const page = { json: { value: estate[all(ACCOUNTS)], nextLink } }
    const reports = await scan({ status: 404 }, { ...recorded, [all(ACCOUNTS)]: [page] })
    const report = reports.get('microsoft.cognitiveservices')
    expect(cells(report).get('cognitive-account')).toMatchObject({ status: 'partial', reason })
    expect(report?.unknowns.some(({ place }) => place.startsWith('cognitive-account'))).toBe(true)
    expect(report?.findings.some(({ name }) => name === 'shop-foundry')).toBe(true)
  })

  it('gives the same marks for ever where lists go on by marks: those end too', async () => {
    const agents = { data: [{ id: 'a', name: 'a' }], has_more: true, last_id: 'a' }
    const graph = { data: [], $skipToken: 'again' }
    const reports = await scan(
      { json: { value: [] } },
      {
        ...recorded,
        [`${FOUNDRY}/projects`.toLowerCase()]: [{ json: { value: [{ name: 'shop-foundry/support' }] } }],
        '/api/projects/support/agents': [{ json: agents }],
        '/providers/microsoft.resourcegraph/resources': [{ json: graph }],
      },
    )
    const agent = cells(reports.get('microsoft.cognitiveservices')).get('foundry-agent')
    expect(agent).toMatchObject({ status: 'partial', reason: 'pagination-loop' })
    expect(cells(reports.get('microsoft.resourcegraph')).get('resource-graph')).toMatchObject({
      status: 'partial',
      reason: 'pagination-loop',
    })
  })
})
