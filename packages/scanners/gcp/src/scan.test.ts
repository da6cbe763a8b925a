import { type Finding, reportDigest, type ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { cell, estate, type Fault, type GcpCall, look, SECRET_VALUE } from './testing/index.ts'

const data = estate()
const findingsOf = (reports: Readonly<Record<string, ScanReport>>): Finding[] =>
  Object.values(reports).flatMap(({ findings }) => findings)
const named = (reports: Readonly<Record<string, ScanReport>>, key: RegExp) =>
  findingsOf(reports).find((finding) => key.test(finding.key))

describe('a look at a project', () => {
  it('leads from the endpoint over its model to the publisher, whichever name the project goes by', async () => {
    const { reports } = await look({ data }, { services: ['aiplatform'] })
    expect(named(reports, /^vertex-endpoint:.*\/1$/)).toMatchObject({
      kind: 'endpoint',
      grade: 'deployed',
      context: 'test',
      relations: [
        {
          type: 'serves',
          to: {
            type: 'gcp-resource-name',
            value: '//aiplatform.googleapis.com/projects/4711/locations/europe-west4/models/100',
          },
        },
      ],
      attributes: { capturesData: true, machineTypes: ['g2-standard-8'], labels: ['env=test', 'team=risk'] },
    })
    expect(named(reports, /^vertex-endpoint:.*\/2$/)?.grade).toBe('configured')
    expect(named(reports, /^vertex-model:.*\/100$/)).toMatchObject({
      model: { id: 'llama-3.1-8b-instruct' },
      identifiers: [
        { type: 'gcp-resource-name' },
        { type: 'image-digest', value: `sha256:${'ab'.repeat(32)}` },
      ],
      attributes: { environmentNames: ['HF_TOKEN'], sourceType: 'A_VALUE_OF_TOMORROW' },
    })
  })

  it('finds publishers’ models by their use alone, and joins what uses them', async () => {
    const { reports } = await look({ data })
    const gemini = named(reports, /^vertex-model-use:.*gemini-2.5-flash$/)
    expect(gemini).toMatchObject({ grade: 'used', attributes: { invocations: 40, lastUsedOn: '2026-11-18' } })
    expect(named(reports, /claude-sonnet-4$/)?.attributes.location).toBe('us-east5')
    expect(named(reports, /gemini-unused/)).toBeUndefined()
    const use = gemini?.identifiers.find(({ type }) => type === 'resource-id')
    expect(named(reports, /^vertex-endpoint:.*\/3$/)?.relations?.[0]?.to).toEqual(use)
    expect(named(reports, /^api-request-use:generativelanguage/)).toMatchObject({
      kind: 'usage',
      supplier: 'google-gemini',
      attributes: { requests: 5, callers: ['apikey:uid-1'] },
    })
  })

  it('is whole where every cell is, and each of its cells has found what is there', async () => {
    const { reports } = await look({ data })
    for (const [key, { coverage }] of Object.entries(reports)) {
      expect(coverage.status, `${key}: ${coverage.detail}`).toBe('complete')
      // Some services are in fixed places, and only one of those has anything here.
      if (!/^(europe-west4|global|-)\//.test(key)) continue
      for (const one of coverage.cells ?? []) expect(one.resources, `${key} ${one.type}`).toBeGreaterThan(0)
    }
  })

  it('tells workloads by the names of their variables and by their images', async () => {
    const { reports } = await look({ data }, { services: ['run', 'cloudfunctions', 'container'] })
    const found = findingsOf(reports).map(({ kind, name, supplier }) => `${kind} ${name} ${supplier}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'model-server chat vllm',
        'service chat anthropic',
        'service nightly openai',
        'service summarise mistral',
        'service summarise cohere',
        'model-server main/gpu null',
        'model-server main/tpu null',
      ]),
    )
    expect(found.some((one) => one.includes('shop') || one.includes('plain'))).toBe(false)
  })

  it('takes an API key for AI only where it is restricted to AI', async () => {
    const { reports } = await look({ data }, { services: ['apikeys'] })
    expect(findingsOf(reports).map(({ name, supplier }) => `${name} ${supplier}`)).toEqual([
      'gemini google-gemini',
    ])
  })

  it('lets no secret out, wherever it was planted', async () => {
    const { reports } = await look({ data })
    expect(JSON.stringify(reports)).not.toContain(SECRET_VALUE)
  })

  it('says the same of the same, twice, and however its lists are cut', async () => {
    const digests = async (options: object) =>
      Object.entries((await look({ data, ...options })).reports).map(([key, report]) => [
        key,
        reportDigest(withoutPages(report)),
      ])
    const first = await digests({})
    expect(await digests({})).toEqual(first)
    expect(await digests({ pageSize: 1 })).toEqual(first)
    expect(await digests({ pageSize: 2, emptyFirst: true })).toEqual(first)
  })

  it('only reads', async () => {
    const { calls } = await look({ data })
    const questions = calls.filter(({ method }) => method !== 'GET')
    expect(new Set(questions.map(({ method, path }) => `${method} ${path}`))).toEqual(
      new Set(['POST /v2/entries:list']),
    )
  })
})

/** How many pages there were is no part of what was seen. */
const withoutPages = (report: ScanReport): ScanReport => ({
  ...report,
  coverage: { ...report.coverage, cells: report.coverage.cells?.map((one) => ({ ...one, pages: 0 })) },
})

describe('an organisation', () => {
  it('is looked through by its folders', async () => {
    const { reports, calls } = await look({ data }, { organization: '1', services: ['aiplatform'] })
    expect(Object.keys(reports)).toEqual(['europe-west4/aiplatform', 'global/project'])
    expect(calls.filter(({ path }) => path === '/v3/folders')).toHaveLength(2)
  })

  it('has the same scopes whether a project is named by id or by number', async () => {
    const [byId, byNumber] = [
      await look({ data }, { projects: 'acme-prod' }),
      await look({ data }, { projects: '4711' }),
    ]
    expect(Object.keys(byId.reports)).toEqual(Object.keys(byNumber.reports))
    expect(findingsOf(byId.reports)).toEqual(findingsOf(byNumber.reports))
  })

  it('finds the same where Google answers with the project’s id for its number', async () => {
    const byId = (call: GcpCall) =>
      call.service === 'cloudresourcemanager'
        ? data(call)
        : JSON.parse(JSON.stringify(data(call) ?? {}).replaceAll('projects/4711/', 'projects/acme-prod/'))
    expect(findingsOf((await look({ data: byId })).reports)).toEqual(
      findingsOf((await look({ data })).reports),
    )
  })

  it.each([
    ['is off', { status: 403, code: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED' }],
    ['is not there', { status: 404, code: 'NOT_FOUND' }],
  ])('of which Resource Manager %s is read by the name that a person gave', async (_, fault) => {
    const { reports } = await look(
      { data, fault: ({ service }) => (service === 'cloudresourcemanager' ? fault : null) },
      { projects: 'acme-prod', services: ['aiplatform'] },
    )
    expect(reports['europe-west4/aiplatform']?.coverage.status).toBe('complete')
    expect(reports['global/project']?.coverage.status).not.toBe('complete')
  })

  it('asks nothing of a service that is off', async () => {
    const { reports, calls } = await look({ data: estate({ enabled: ['run'] }) })
    expect(reports['-/aiplatform']?.coverage.status).toBe('not-enabled')
    expect(cell(reports['-/aiplatform'], 'vertex-endpoint')).toMatchObject({
      status: 'not-enabled',
      reason: 'SERVICE_DISABLED',
    })
    expect(reports['europe-west4/run']?.coverage.status).toBe('complete')
    expect(calls.some(({ service }) => service === 'aiplatform')).toBe(false)
  })
})

describe('a model', () => {
  it('of several versions has them told, and what they are told to serve, in one request', async () => {
    const { reports, calls } = await look({ data }, { services: ['aiplatform'] })
    expect(named(reports, /^vertex-model:.*\/100$/)).toMatchObject({
      model: { id: 'llama-3.1-8b-instruct' },
      attributes: {
        versions: ['1', '2'],
        versionAliases: ['default'],
        baseModels: ['google/gemma-1b-it', 'google/gemma-2b-it'],
      },
    })
    const asked = calls.filter(({ path }) => path.endsWith(':listVersions'))
    expect(asked.map(({ query }) => query.orderBy)).toEqual(['create_time desc'])
  })

  it.each<[string, Fault, string]>([
    ['denied', { status: 403, code: 'PERMISSION_DENIED' }, 'partial'],
    ['broken', { status: 500, code: 'INTERNAL' }, 'partial'],
    ['gone meanwhile', { status: 404, code: 'NOT_FOUND' }, 'complete'],
  ])('is told without them where they are %s', async (_, trouble, status) => {
    const fault = ({ path }: GcpCall) => (path.endsWith(':listVersions') ? trouble : null)
    const { reports } = await look({ data, fault }, { services: ['aiplatform'] })
    expect(cell(reports['europe-west4/aiplatform'], 'vertex-model')?.status).toBe(status)
    expect(named(reports, /^vertex-model:.*\/100$/)?.attributes.versions).toBeUndefined()
  })
})

describe('Cloud Vision', () => {
  it('has its product sets told, and of products no more than is needed to know of them', async () => {
    const { reports, calls } = await look({ data, pageSize: 100 }, { services: ['vision'] })
    const [shoes, fresh] = [named(reports, /productSets\/shoes$/), named(reports, /productSets\/new$/)]
    expect(shoes).toMatchObject({
      kind: 'model',
      grade: 'deployed',
      supplier: 'google-cloud-ai',
      attributes: { productsAtLeast: 100, categories: ['apparel-v2'] },
    })
    expect(fresh).toMatchObject({ grade: 'configured', attributes: { products: 0 } })
    expect(named(reports, /^vision-products:/)?.attributes).toMatchObject({
      products: 2,
      categories: ['apparel-v2', 'homegoods-v2'],
    })
    // Of a hundred and thirty the first page alone.
    expect(calls.filter(({ path }) => path.endsWith('/shoes/products'))).toHaveLength(1)
    expect(reports['europe-west1/vision']?.coverage.status).toBe('complete')
  })
})
