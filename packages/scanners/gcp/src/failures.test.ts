import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { targets } from './table.ts'
import { cell, estate, type Fault, type GcpCall, look, NUMBER, PROJECT } from './testing/index.ts'

const data = estate()
const vertex = { services: ['aiplatform'] }
const at = 'europe-west4/aiplatform'

/** A fault of every call whose service and last part of the path these are. */
const when =
  (service: string, last: string, fault: Fault | ((call: GcpCall) => Fault | null)) => (call: GcpCall) =>
    call.service === service && call.path.split('/').at(-1) === last
      ? typeof fault === 'function'
        ? fault(call)
        : fault
      : null

const denied = (permission: string): Fault => ({
  status: 403,
  code: 'PERMISSION_DENIED',
  message: `Permission '${permission}' denied on resource '//aiplatform.googleapis.com/x' (or it may not exist).`,
  reason: 'IAM_PERMISSION_DENIED',
  metadata: { permission },
})
const kindsOf = (report: ScanReport | undefined) => report?.coverage.kinds ?? []

/** A list with one good item and one that nobody can read. */
const halfRead = (list: string, good: object): Fault => ({
  body: JSON.stringify({ [list]: [good, { surprise: true }] }),
})

describe('what discovery cannot read', () => {
  it('is a project of another shape: the source is not whole, and the others are read', async () => {
    const { reports } = await look(
      {
        data,
        fault: when(
          'cloudresourcemanager',
          'projects:search',
          halfRead('projects', { name: `projects/${NUMBER}`, projectId: PROJECT }),
        ),
      },
      vertex,
    )
    const whole = Object.values(reports).find(({ coverage }) => coverage.status === 'partial')
    expect(whole?.coverage.reason).toBe('unexpected-answer')
    expect(whole?.scope.key).not.toContain(NUMBER)
    expect(reports[at]?.coverage.status).toBe('complete')
  })

  it('is a service of another shape: none passes for switched off', async () => {
    const { reports } = await look(
      {
        data,
        fault: when('serviceusage', 'services', halfRead('services', { name: 'x/run.googleapis.com' })),
      },
      vertex,
    )
    expect(reports['global/project']?.coverage).toMatchObject({ status: 'failed' })
    expect(reports[at]?.coverage.status).toBe('complete')
  })

  it('is a location of another shape: the service is not looked at, and says so', async () => {
    const { reports } = await look(
      {
        data,
        fault: when('aiplatform', 'locations', halfRead('locations', { locationId: 'europe-west4' })),
      },
      vertex,
    )
    expect(reports['-/aiplatform']?.coverage).toMatchObject({
      status: 'failed',
      reason: 'unexpected-answer',
    })
  })
})

describe('what may not be read', () => {
  it('is one cell that is denied, by the permission’s name, and never an empty list', async () => {
    const { reports } = await look(
      { data, fault: when('aiplatform', 'endpoints', denied('aiplatform.endpoints.list')) },
      vertex,
    )
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({
      status: 'denied',
      reason: 'aiplatform.endpoints.list',
    })
    expect(cell(reports[at], 'vertex-model')).toMatchObject({ status: 'complete', resources: 1 })
    expect(reports[at]?.coverage.status).toBe('partial')
    // An endpoint that was there before must not go missing of it.
    expect(kindsOf(reports[at])).not.toContain('endpoint')
    expect(kindsOf(reports[at])).toContain('model')
  })

  it('leaves no scope of any service complete, whatever the service, and names its permission', async () => {
    const { reports } = await look(
      {
        data,
        fault: ({ service, path }) =>
          ['cloudresourcemanager', 'serviceusage'].includes(service) || path.endsWith('/locations')
            ? null
            : { status: 403, code: 'PERMISSION_DENIED', message: 'The caller does not have permission' },
      },
      { billingTable: 'acme-prod.bill.export' },
    )
    for (const type of targets) {
      const [key, report] =
        Object.entries(reports).find(([scope]) => scope.endsWith(`/${type.service}`)) ?? []
      expect(report?.coverage.status, key).not.toBe('complete')
      expect(report?.findings).toEqual([])
      // Connections ask for the datasets first.
      const [first] = type.operations
      expect(cell(report, type.id), type.id).toMatchObject({ status: 'denied', reason: first })
    }
  })

  it('is said of the project that does not list its services, and each service is tried', async () => {
    const { reports } = await look(
      { data, fault: when('serviceusage', 'services', denied('serviceusage.services.list')) },
      vertex,
    )
    expect(reports['global/project']?.coverage).toMatchObject({
      status: 'denied',
      reason: 'serviceusage.services.list',
    })
    expect(reports[at]?.coverage.status).toBe('complete')
  })

  it('is every cell of a service that does not tell its locations, unless they are named', async () => {
    const fault = when('aiplatform', 'locations', denied('aiplatform.locations.list'))
    const blind = await look({ data, fault }, vertex)
    expect(cell(blind.reports['-/aiplatform'], 'vertex-endpoint')).toMatchObject({
      status: 'denied',
      reason: 'aiplatform.locations.list',
    })
    expect(kindsOf(blind.reports['-/aiplatform'])).toEqual([])
    const told = await look({ data, fault }, { ...vertex, locations: 'europe-west4' })
    expect(told.reports[at]?.coverage.status).toBe('complete')
  })

  it('is the whole of a project that is not shown, and does not keep others from being read', async () => {
    const { reports } = await look(
      {
        data,
        fault: ({ path }) => (path.includes('other-project') ? denied('resourcemanager.projects.get') : null),
      },
      { ...vertex, projects: 'other-project,acme-prod' },
    )
    expect(reports[at]?.coverage.status).toBe('complete')
    const whole = Object.values(reports).find(({ coverage }) => coverage.status === 'denied')
    expect(whole?.coverage.reason).toBe('resourcemanager.projects.get')
  })
})

describe('answers that are no list', () => {
  it.each<[string, Fault, string, string]>([
    [
      'the service was switched off meanwhile',
      { status: 403, code: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED' },
      'not-enabled',
      'SERVICE_DISABLED',
    ],
    ['the credentials are refused', { status: 401, code: 'UNAUTHENTICATED' }, 'denied', 'credentials'],
    ['too many requests', { status: 429, code: 'RESOURCE_EXHAUSTED' }, 'throttled', 'rate-limit'],
    ['the operation is not there', { status: 501, code: 'UNIMPLEMENTED' }, 'unsupported', 'operation'],
    [
      'the service is not in the location',
      { status: 400, code: 'INVALID_ARGUMENT', message: 'Location europe-west4 is not supported.' },
      'unsupported',
      'location',
    ],
    ['a conflict that does not end', { status: 409, code: 'ABORTED' }, 'failed', 'unavailable'],
    ['500', { status: 500, code: 'INTERNAL' }, 'failed', 'unavailable'],
    ['the connection is cut', { cut: 'before-answer' }, 'failed', 'unavailable'],
    ['half an answer', { cut: 'in-body' }, 'failed', 'unavailable'],
    ['no JSON', { body: '<html>' }, 'failed', 'unavailable'],
    ['a list that is none', { body: '{"endpoints": 3}' }, 'partial', 'unexpected-answer'],
    ['a bad request', { status: 400, code: 'INVALID_ARGUMENT' }, 'failed', 'INVALID_ARGUMENT'],
    ['404', { status: 404, code: 'NOT_FOUND' }, 'failed', 'gone'],
  ])('%s', async (_, fault, status, reason) => {
    const { reports } = await look({ data, fault: when('aiplatform', 'endpoints', fault) }, vertex)
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({ status, reason })
    expect(reports[at]?.findings.some(({ key }) => key.startsWith('vertex-endpoint'))).toBe(false)
    // What the location does not have it cannot hide; everything else leaves the kind unseen.
    if (status !== 'unsupported') expect(kindsOf(reports[at])).not.toContain('endpoint')
  })

  it('a page that fails keeps what came before it', async () => {
    const fault = when('aiplatform', 'endpoints', ({ query }) =>
      query.pageToken ? { status: 400, code: 'INVALID_ARGUMENT', message: 'The token has expired.' } : null,
    )
    const { reports } = await look({ data, pageSize: 1, fault }, vertex)
    expect(reports[at]?.findings.filter(({ key }) => key.startsWith('vertex-endpoint:'))).toHaveLength(1)
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({ status: 'partial', pages: 1 })
  })

  it('a page token that has expired keeps what came before it', async () => {
    const fault = when('aiplatform', 'endpoints', ({ query }) =>
      query.pageToken ? { status: 400, code: 'INVALID_ARGUMENT', message: 'Invalid page token.' } : null,
    )
    const { reports } = await look({ data, pageSize: 1, fault }, vertex)
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({ status: 'partial', resources: 1 })
    expect(kindsOf(reports[at])).not.toContain('endpoint')
  })

  it('reads an answer that comes a few bytes at a time', async () => {
    const fault = when('aiplatform', 'endpoints', { slow: { bytes: 300, everyMs: 5 } })
    const { reports } = await look({ data, fault }, vertex)
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({ status: 'complete', resources: 3 })
  })

  it('an item of another shape is left out aloud, and the others stay', async () => {
    const fault = when('aiplatform', 'endpoints', {
      body: JSON.stringify({
        endpoints: [{ noName: true }, { name: 'projects/4711/locations/europe-west4/endpoints/9' }],
      }),
    })
    const { reports } = await look({ data, fault }, vertex)
    expect(reports[at]?.findings.some(({ key }) => key.endsWith('endpoints/9'))).toBe(true)
    expect(cell(reports[at], 'vertex-endpoint')).toMatchObject({
      status: 'partial',
      reason: 'unexpected-answer',
    })
  })

  it('a place that Google itself could not reach makes the cell partial', async () => {
    const fault = when('run', 'services', {
      body: '{"services": [], "unreachable": ["projects/4711/locations/x"]}',
    })
    const { reports } = await look({ data, fault }, { services: ['run'] })
    expect(cell(reports['europe-west4/run'], 'cloud-run-service')).toMatchObject({
      status: 'partial',
      reason: 'unreachable',
    })
  })

  it('a thing that is gone between list and description is left out, and nothing has failed', async () => {
    const fault = when('bigquery', 'summaries', { status: 404, code: 'NOT_FOUND' })
    const { reports } = await look({ data, fault }, { services: ['bigquery'] })
    expect(reports['global/bigquery']?.coverage.status).toBe('complete')
    expect(reports['global/bigquery']?.findings).toEqual([])
  })

  it('a description that may not be read leaves the thing, and says so', async () => {
    const fault = when('bigquery', 'summaries', denied('bigquery.models.getMetadata'))
    const { reports } = await look({ data, fault }, { services: ['bigquery'] })
    expect(reports['global/bigquery']?.findings).toHaveLength(1)
    expect(cell(reports['global/bigquery'], 'bigquery-model')).toMatchObject({
      status: 'partial',
      reason: 'bigquery.models.getMetadata',
    })
  })

  it('waits as long as it is asked to, and then goes on', async () => {
    const fault = when('aiplatform', 'endpoints', ({ before }) =>
      before === 0 ? { status: 429, code: 'RESOURCE_EXHAUSTED', headers: { 'retry-after': '7' } } : null,
    )
    const { reports, waited } = await look({ data, fault }, vertex)
    expect(reports[at]?.coverage.status).toBe('complete')
    expect(waited).toBeGreaterThanOrEqual(7000)
  })
})
