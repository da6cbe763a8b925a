import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { cell, estate, LOCATION, look, NUMBER } from './testing/index.ts'

const data = estate()
const findingsOf = (reports: Readonly<Record<string, ScanReport>>) =>
  Object.values(reports).flatMap(({ findings }) => findings)

describe('the Data Access log', () => {
  it('tells who called what, by the names that models and endpoints are known by', async () => {
    const { reports, calls } = await look({ data }, { services: ['logging'] })
    const [endpoint, gemini] = findingsOf(reports)
    expect(gemini).toMatchObject({
      kind: 'usage',
      grade: 'used',
      identifiers: [
        { type: 'resource-id', value: `gcp:${NUMBER}/${LOCATION}/vertex/google/gemini-2.5-flash` },
      ],
      model: { id: 'gemini-2.5-flash', publisher: 'google-gemini' },
      attributes: {
        calls: 2,
        callers: ['ada@acme.example', 'app@acme-prod.iam.gserviceaccount.com'],
        methods: ['GenerateContent'],
        firstUsedOn: '2026-11-18',
        lastUsedOn: '2026-11-19',
      },
    })
    expect(endpoint?.identifiers[0]).toMatchObject({ type: 'gcp-resource-name' })
    expect(JSON.stringify(reports)).not.toContain('what was asked')
    expect(calls.find(({ path }) => path === '/v2/entries:list')?.query.filter).toContain(
      'cloudaudit.googleapis.com%2Fdata_access',
    )
  })

  it('that is empty says so: nobody called, or nothing was logged', async () => {
    const { reports } = await look(
      { data: (call) => (call.service === 'logging' ? {} : data(call)) },
      { services: ['logging'] },
    )
    expect(cell(reports['global/logging'], 'vertex-audit-use')).toMatchObject({
      status: 'not-enabled',
      reason: 'no-data-access-log',
    })
    expect(reports['global/logging']?.coverage.detail).toContain('logging.logEntries.list')
  })

  it('is read no further than a person allows', async () => {
    const { reports } = await look({ data, pageSize: 1 }, { services: ['logging'], auditPages: 2 })
    expect(cell(reports['global/logging'], 'vertex-audit-use')).toMatchObject({
      status: 'partial',
      reason: 'limit-reached',
      pages: 2,
    })
    expect(findingsOf(reports)).toHaveLength(1)
  })
})

describe('the exported bill', () => {
  const bill = { services: ['tpu'], billingTable: 'acme-prod.bill.gcp_export_v1' }
  const billed = (reports: Readonly<Record<string, ScanReport>>) =>
    findingsOf(reports).filter(({ key }) => key.startsWith('billing-export'))

  it('tells the costs of AI alone, other suppliers’ models among them, in one question', async () => {
    const { reports, calls } = await look({ data }, bill)
    expect(billed(reports).map(({ name, supplier, attributes }) => [name, supplier, attributes])).toEqual([
      ['Input tokens', 'google-vertex-ai', expect.objectContaining({ costsEur: 7, publisher: 'anthropic' })],
      [
        'Gemini 2.5 Pro Text Input - Predictions',
        'google-vertex-ai',
        expect.objectContaining({ costsEur: 12.345, publisher: 'google-gemini', projectNumber: NUMBER }),
      ],
    ])
    const [asked, ...more] = calls.filter(({ service }) => service === 'bigquery')
    expect(more).toEqual([])
    expect(asked?.query).toMatchObject({ useLegacySql: 'false', maximumBytesBilled: '50000000000' })
    expect(asked?.query.query).toContain('FROM `acme-prod.bill.gcp_export_v1`')
  })

  it('is waited for, and read page by page', async () => {
    const whole = (call: Parameters<typeof data>[0]) => {
      const answer = data(call) ?? {}
      if (call.service !== 'bigquery') return answer
      const rows = 'rows' in answer && Array.isArray(answer.rows) ? answer.rows : []
      if (call.method === 'POST')
        return { jobComplete: false, jobReference: { jobId: 'job_1', location: 'EU' } }
      const first = data({ ...call, path: '/bigquery/v2/projects/acme-prod/queries' }) ?? {}
      const all = 'rows' in first && Array.isArray(first.rows) ? first.rows : rows
      return call.query.pageToken
        ? { jobComplete: true, rows: all.slice(1) }
        : { ...first, rows: all.slice(0, 1), pageToken: 'two' }
    }
    expect(billed((await look({ data: whole }, bill)).reports)).toHaveLength(2)
  })

  it('is denied by name, and is no part of what is asked without a table', async () => {
    const { reports } = await look(
      {
        data,
        fault: ({ path }) => (path.endsWith('/queries') ? { status: 403, code: 'PERMISSION_DENIED' } : null),
      },
      bill,
    )
    const report = Object.values(reports).find(({ scope }) => scope.key.endsWith('/billingexport'))
    expect(report?.coverage).toMatchObject({ status: 'denied', reason: 'bigquery.jobs.create' })
    expect(
      (await look({ data }, { services: ['tpu'] })).calls.some(({ service }) => service === 'bigquery'),
    ).toBe(false)
  })
})

describe('catalogues and sweeps', () => {
  it('of what is for sale are available at most, one line a publisher', async () => {
    const { reports } = await look({ data }, { services: ['modelgarden'] })
    expect(findingsOf(reports).map(({ grade, attributes }) => [grade, attributes.publisher])).toEqual([
      ['available', 'anthropic'],
      ['available', 'google-gemini'],
      ['available', 'mistral'],
    ])
    expect((await look({ data }, { services: ['modelgarden'], modelGarden: false })).reports).toMatchObject({
      'global/modelgarden': { findings: [] },
    })
  })

  it('of the whole project say what a list left out, weakly and aloud', async () => {
    const hidden = `projects/${NUMBER}/locations/${LOCATION}/endpoints/hidden`
    const shown = {
      name: `//aiplatform.googleapis.com/${hidden}`,
      assetType: 'aiplatform.googleapis.com/Endpoint',
      displayName: 'Hidden',
    }
    const { reports } = await look(
      { data: (call) => (call.service === 'cloudasset' ? { results: [shown] } : data(call)) },
      { services: ['cloudasset'] },
    )
    const report = reports['global/cloudasset']
    expect(report?.findings).toMatchObject([
      { name: 'Hidden', kind: 'endpoint', evidence: [{ strength: 'weak' }] },
    ])
    expect(cell(report, 'asset-inventory')).toMatchObject({ status: 'partial', reason: 'not-listed' })
    expect(report?.unknowns[0]?.place).toContain('endpoints/hidden')
    expect(
      (await look({ data }, { services: ['cloudasset'] })).reports['global/cloudasset']?.findings,
    ).toEqual([])
  })
})

describe('a project', () => {
  it('is one thing by its id and by its number', async () => {
    const { reports } = await look({ data }, { services: ['tpu'] })
    expect(reports['global/project']?.aliases).toEqual([
      { type: 'gcp-project', from: 'acme-prod', to: NUMBER },
    ])
  })
})
