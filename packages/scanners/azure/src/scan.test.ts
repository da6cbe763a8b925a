import type { Reply } from '@ai-census/scanner-kit/testing'
import { digest, type ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { targets } from './table.ts'
import {
  type ArmCall,
  FOUNDRY,
  look,
  notAuthorised,
  OPENAI,
  PLANTED,
  refusal,
  smallSubscription,
} from './testing/index.ts'

const estate = smallSubscription()
const findings = async (options: object = {}, config: object = {}) =>
  Object.values((await look({ estate, ...options }, config)).reports).flatMap((report) => report.findings)

describe('a look at a subscription', () => {
  it('finds one of everything, and every scope complete', async () => {
    const { reports } = await look({ estate })
    const incomplete = Object.entries(reports).filter(([, { coverage }]) => coverage.status !== 'complete')
    expect(incomplete.map(([key, { coverage }]) => [key, coverage])).toEqual([])
    const keys = Object.values(reports).flatMap((report) =>
      report.findings.map(({ key }) => key.split(':')[0]),
    )
    expect([...new Set(keys)].sort()).toEqual(targets.map(({ id }) => id).sort())
  })

  it('tells of a deployment its model, the model’s maker, its account and who serves it', async () => {
    const all = await findings({}, { services: 'microsoft.cognitiveservices' })
    const of = (name: string) => all.find((one) => one.name === name)
    expect(of('chat')).toMatchObject({
      supplier: 'azure-openai',
      model: { id: 'gpt-4o', publisher: 'openai' },
      grade: 'deployed',
      relations: expect.arrayContaining([
        { type: 'depends-on', to: { type: 'azure-resource-id', value: OPENAI.toLowerCase() } },
      ]),
      claims: expect.arrayContaining([{ field: 'system', value: 'Shop', source: 'tag' }]),
      attributes: { modelFormat: 'OpenAI', processing: 'any region', createdBy: 'ada@acme.example' },
    })
    expect(of('mistral')).toMatchObject({ supplier: 'azure-ai-foundry', model: { publisher: 'mistral' } })
    expect(of('novel')).toMatchObject({ model: { id: 'a-model-of-tomorrow' } })
    expect(of('Shop-OpenAI')?.identifiers).toEqual([
      { type: 'azure-resource-id', value: OPENAI.toLowerCase() },
      { type: 'host', value: 'shop-openai.openai.azure.com' },
    ])
  })

  it('takes no host that is everybody’s for an account’s own', async () => {
    const all = await findings({}, { services: 'microsoft.cognitiveservices' })
    expect(all.find(({ name }) => name === 'shop-speech')?.identifiers.map(({ type }) => type)).toEqual([
      'azure-resource-id',
    ])
  })

  it.each([
    ['public', 'shop-search.search.windows.net'],
    ['usgovernment', 'shop-search.search.azure.us'],
    ['china', 'shop-search.search.azure.cn'],
  ])('knows the names of the %s cloud', async (cloud, host) => {
    const all = await findings({}, { services: 'microsoft.search', cloud })
    expect(all[0]?.identifiers).toContainEqual({ type: 'host', value: host })
  })

  it('joins calls and tokens to the deployment that they went through', async () => {
    const [use] = (await findings({}, { services: 'microsoft.insights' })).filter(({ key }) =>
      key.startsWith('model-use'),
    )
    expect(use).toMatchObject({
      grade: 'used',
      identifiers: [{ type: 'azure-resource-id', value: `${OPENAI}/deployments/chat`.toLowerCase() }],
      attributes: { calls: 4, tokens: 150, modelVersion: '1', lastUsedOn: '2026-11-11' },
    })
  })

  it('keeps no secret, wherever one stands', async () => {
    const { reports } = await look({ estate })
    expect(JSON.stringify(reports)).not.toContain(PLANTED)
    expect(JSON.stringify(reports)).not.toContain('an-access-token')
  })

  it.each<[string, object]>([
    ['pages of one', { pageSize: 1 }],
    ['an empty page that has a next one', { emptyPageFirst: true, pageSize: 2 }],
    ['next links to Resource Manager itself', { pageSize: 1, linkHost: 'https://management.azure.com' }],
  ])('comes to the same with %s', async (_, options) => {
    const [once, again] = [await findings(), await findings(options)]
    expect(digest(again)).toBe(digest(once))
    expect(digest(await findings())).toBe(digest(once))
  })

  it('does not follow a link to anywhere else', async () => {
    const { reports } = await look(
      { estate, pageSize: 1, linkHost: 'https://elsewhere.example' },
      { services: 'microsoft.cognitiveservices' },
    )
    expect(reports['microsoft.cognitiveservices']?.coverage.cells?.[0]).toMatchObject({
      status: 'partial',
      reason: 'foreign-link',
    })
  })
})

describe('agents', () => {
  it('lead from what is published over the agent to its deployment, its model and the servers of its tools', async () => {
    const all = await findings({}, { services: 'microsoft.cognitiveservices' })
    const triage = all.find(({ key }) => key.startsWith('foundry-agent:'))
    const own = triage?.identifiers[0]
    expect(triage).toMatchObject({
      name: 'Triage',
      kind: 'agent',
      relations: expect.arrayContaining([
        {
          type: 'uses',
          to: { type: 'azure-resource-id', value: `${FOUNDRY}/deployments/mistral`.toLowerCase() },
        },
        { type: 'calls', to: { type: 'host', value: 'mcp.acme.example' } },
      ]),
      attributes: { version: '2', tools: ['mcp', 'openapi'], region: 'westeurope', account: 'shop-foundry' },
    })
    for (const type of ['foundry-agent-application:', 'foundry-agent-deployment:'])
      expect(all.find(({ key }) => key.startsWith(type))?.relations?.map(({ to }) => to)).toContainEqual(own)
    expect(all.find(({ key }) => key.startsWith('foundry-classic-agent'))).toMatchObject({
      model: { id: 'gpt-4o', publisher: 'openai' },
      attributes: { vectorStores: ['vs_1'] },
    })
  })

  it('that the project tells nobody without its role leave cells denied by the role’s name', async () => {
    const { reports } = await look(
      {
        estate,
        fault: ({ path }) =>
          path.startsWith('/api/projects/')
            ? {
                status: 403,
                json: { error: { code: 'PermissionDenied', message: 'Principal has no access.' } },
              }
            : null,
      },
      { services: 'microsoft.cognitiveservices' },
    )
    const cells = reports['microsoft.cognitiveservices']?.coverage.cells ?? []
    expect(cells.find(({ type }) => type === 'foundry-agent')).toMatchObject({
      status: 'denied',
      reason: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read (role Foundry User)',
    })
    expect(cells.find(({ type }) => type === 'foundry-agent-application')?.status).toBe('complete')
  })
})

describe('Resource Graph', () => {
  it('shows what a list left out: an unknown, and a weak sign of the thing', async () => {
    const sweep = '/providers/microsoft.resourcegraph/resources'
    const hidden = OPENAI.replace('Shop-OpenAI', 'hidden')
    const shown = { id: hidden, name: 'hidden', type: 'Microsoft.CognitiveServices/accounts', kind: 'OpenAI' }
    const { reports } = await look(
      { estate: { ...estate, [sweep]: [shown] } },
      { services: 'microsoft.resourcegraph' },
    )
    const report = reports['microsoft.resourcegraph']
    expect(report?.findings).toMatchObject([
      { name: 'hidden', supplier: 'azure-openai', evidence: [{ strength: 'weak' }] },
    ])
    expect(report?.coverage).toMatchObject({ status: 'partial', reason: 'not-listed' })
    expect(report?.unknowns[0]?.place).toBe(`resource-graph: ${hidden.toLowerCase()}`)
  })
})

describe('what is served', () => {
  it('on managed compute is an endpoint of its account, with the model and who makes it', async () => {
    const { reports } = await look({ estate })
    const found = reports['microsoft.cognitiveservices.managedcompute']?.findings ?? []
    const of = (name: string) =>
      found.find((one) => one.key.startsWith('foundry-managed-compute:') && one.name === name)
    expect(of('gemma')).toMatchObject({
      kind: 'endpoint',
      grade: 'deployed',
      model: { id: 'google/gemma-3-27b-it', publisher: 'google-gemini' },
      attributes: { accelerator: 'A100_80GB', sku: 'GlobalManagedCompute', capacity: 1 },
    })
    expect(of('gemma')?.identifiers).toContainEqual({
      type: 'azure-deployment',
      value: 'shop-foundry.openai.azure.com/gemma',
    })
    expect(of('oss')?.model).toEqual({ id: 'gpt-oss-120b', publisher: 'openai' })
  })

  it('by a container app is told by its arguments, and nothing else of them', async () => {
    const { reports } = await look({ estate })
    const app = reports['microsoft.app']?.findings.find(({ kind }) => kind === 'model-server')
    expect(app).toMatchObject({
      supplier: 'vllm',
      model: { id: 'Qwen/Qwen2.5-7B-Instruct', publisher: 'alibaba-qwen' },
      attributes: { models: ['Qwen/Qwen2.5-7B-Instruct'] },
    })
  })
})

describe('a model of a workspace', () => {
  const modelsOf = (reports: Readonly<Record<string, ScanReport>>) =>
    (reports['microsoft.machinelearningservices']?.findings ?? []).filter(({ key }) =>
      key.startsWith('ml-model:'),
    )

  it('has its versions told where there are several, in one request', async () => {
    const { reports, calls } = await look({ estate })
    expect(modelsOf(reports).map(({ name, attributes }) => [name, attributes.versions])).toEqual([
      ['churn', undefined],
      ['fraud', ['1', '2', '3']],
    ])
    expect(modelsOf(reports)[1]?.attributes).toMatchObject({
      modelTypes: ['custom_model', 'mlflow_model'],
      jobs: ['train-1', 'train-2', 'train-3'],
    })
    const asked = calls.filter(({ path }) => path.endsWith('/versions'))
    expect(asked.map(({ query }) => query.get('$top'))).toEqual(['100'])
  })

  it.each<[string, Reply, string, string]>([
    ['denied', notAuthorised('Microsoft.X/y/read'), 'partial', 'Microsoft.X/y/read'],
    ['broken', refusal(500, 'InternalServerError'), 'partial', 'unavailable'],
    ['gone meanwhile', refusal(404, 'ResourceNotFound'), 'complete', ''],
    ['not known to who answers', { status: 404, text: '<html>' }, 'complete', ''],
  ])('is told without them where they are %s', async (_, reply, status, reason) => {
    const fault = ({ path }: ArmCall) => (path.endsWith('/versions') ? reply : null)
    const { reports } = await look({ estate, fault })
    const cell = reports['microsoft.machinelearningservices']?.coverage.cells?.find(
      ({ type }) => type === 'ml-model',
    )
    expect([cell?.status, cell?.reason ?? '']).toEqual([status, reason])
    expect(modelsOf(reports).map(({ name }) => name)).toEqual(['churn', 'fraud'])
  })
})
