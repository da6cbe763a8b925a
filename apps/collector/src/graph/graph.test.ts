import type { Graph, GraphWay } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, finding, type Look, scanWith, send } from '../testing/requests.ts'

const uses = (key: string, supplier: string, model?: { id: string; publisher?: string }) =>
  finding(key, { supplier, ...(model ? { kind: 'model' as const, model } : {}) })
const GPT = { id: 'gpt-4o', publisher: 'openai' }
const repository = (name: string, findings: Look['findings'] = []): Look => ({
  scope: `git:github.com/acme/${name}`,
  findings,
})

/** Two use one model, each at another host; a third has nothing but a host’s client. */
const ESTATE = [
  repository('credit', [uses('c', 'azure-openai'), uses('m', 'azure-openai', GPT)]),
  repository('shop', [
    uses('m', 'openai', GPT),
    uses('e', 'openai', { id: 'text-embedding-3-small', publisher: 'openai' }),
  ]),
  repository('search', [uses('v', 'pinecone')]),
  repository('local', [finding('lib', { supplier: null, kind: 'library' })]),
  repository('notes', [finding('prose', { context: 'documentation' })]),
  repository('routed', [
    finding('m', {
      kind: 'model',
      supplier: 'mistral',
      model: { id: 'mistral-large', publisher: 'mistral' },
      attributes: { gateway: 'openrouter' },
    }),
  ]),
]

withDatabases('the graph', (database) => {
  let collector: TestCollector
  beforeEach(async () => {
    collector = testCollector(database())
    await scanWith(collector, ...ESTATE)
  })
  afterEach(() => collector.stop())

  const graph = async (query = ''): Promise<Graph> =>
    bodyOf(await send(collector, 'GET', `/api/v1/graph${query}`))
  const said = ({ nodes }: Graph, way: GraphWay): string => {
    const name = (at: number | null) => (at === null ? '–' : nodes[at]?.name)
    return [way.system, way.model, way.gateway, way.host, way.publisher].map(name).join(' → ')
  }
  const ways = async (query = '') => {
    const drawn = await graph(query)
    return drawn.ways.map((way) => said(drawn, way)).toSorted()
  }

  it('tells each system’s ways: which model, at which host, of which publisher', async () => {
    expect(await ways()).toEqual([
      'credit → gpt-4o → – → AZURE-OPENAI → OPENAI',
      'routed → mistral-large → OPENROUTER → MISTRAL → MISTRAL',
      'search → – → – → PINECONE → –',
      'shop → gpt-4o → – → OPENAI → OPENAI',
      'shop → text-embedding-3-small → – → OPENAI → OPENAI',
    ])
  })

  it('counts those that stop with a supplier as its register does', async () => {
    const { data } = await clientOf(collector).GET('/api/v1/suppliers')
    expect(data?.rows.length).toBe(5)
    for (const { slug, systemCount } of data?.rows ?? []) {
      const { systems } = await graph(`?supplier=${slug}`)
      expect([slug, systems.drawn]).toEqual([slug, systemCount])
    }
  })

  it('is narrowed to a supplier’s ways, to a model’s, and to all of a system’s', async () => {
    expect(await ways('?supplier=azure-openai')).toEqual(['credit → gpt-4o → – → AZURE-OPENAI → OPENAI'])
    expect((await ways('?model=gpt-4o')).length).toBe(2)
    const { data } = await clientOf(collector).GET('/api/v1/systems', {
      params: { query: { search: 'shop' } },
    })
    expect((await ways(`?system=${data?.rows[0]?.id}`)).length).toBe(2)
    expect(await graph('?system=sys_none')).toMatchObject({
      nodes: [],
      width: 0,
      systems: { drawn: 0, total: 0, capped: false },
    })
  })

  it('gives every node a place of its own, in the column of what it is', async () => {
    const { nodes, edges, columns, width, height, nodeWidth, nodeHeight } = await graph()
    expect(columns.map(({ column }) => column)).toEqual(['system', 'model', 'gateway', 'host', 'publisher'])
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
    const x = new Map(columns.map((column) => [column.column, column.x]))
    for (const node of nodes) {
      expect(node.x).toBe(x.get(node.column))
      expect(node.x + nodeWidth / 2).toBeLessThanOrEqual(width)
      expect(node.y + nodeHeight / 2).toBeLessThanOrEqual(height)
    }
    for (const { from, to } of edges) expect(nodes[from]?.x).toBeLessThan(nodes[to]?.x ?? 0)
    expect(await graph()).toEqual(await graph())
  })

  it('says what it leaves out: beyond the limit, and what depends on nobody', async () => {
    const many = Array.from({ length: 20 }, (_, i) => repository(`more-${i}`, [uses('m', 'openai', GPT)]))
    await scanWith(collector, ...many)
    const drawn = await graph('?limit=12')
    expect(drawn.nodes.length).toBeLessThanOrEqual(12)
    expect(drawn.systems).toMatchObject({ total: 26, capped: false })
    expect(drawn.systems.drawn).toBeGreaterThan(1)
    const all = await graph()
    expect(all.systems.total - all.systems.drawn).toBe(all.independent)
    expect(all.independent).toBe(2)
  })
})
