import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { classify } from './classify.ts'
import { createGcpScanner } from './index.ts'
import { NOW } from './testing/index.ts'
import { Refusal } from './transport.ts'

/*
 * Refusals and answers in the forms of Google's error model and discovery documents; the values are ours.
 */
const said = (status: number, body: unknown) =>
  classify(new Refusal(status, new Headers(), body), 'aiplatform.endpoints.list')
const refused = (reason: string, message = '', metadata: object = {}) => ({
  error: {
    code: 403,
    message,
    status: 'PERMISSION_DENIED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata },
    ],
  },
})
const plain = (message: string) => ({ error: { code: 403, message, status: 'PERMISSION_DENIED' } })

describe('a refusal', () => {
  it.each<[string, number, unknown, object]>([
    [
      'that a service is off',
      403,
      refused('SERVICE_DISABLED'),
      { type: 'not-enabled', reason: 'SERVICE_DISABLED' },
    ],
    [
      'that a service is off, in words alone',
      403,
      plain(
        'Vertex AI API has not been used in project 4711 before or it is disabled. Enable it by visiting …',
      ),
      { type: 'not-enabled', reason: 'SERVICE_DISABLED' },
    ],
    [
      'that nobody pays',
      403,
      refused('BILLING_DISABLED'),
      { type: 'not-enabled', reason: 'BILLING_DISABLED' },
    ],
    [
      'that nobody pays, in words alone',
      403,
      plain('This API method requires billing to be enabled. Please enable billing on project #4711'),
      { type: 'not-enabled', reason: 'BILLING_DISABLED' },
    ],
    [
      'of a permission',
      403,
      refused('IAM_PERMISSION_DENIED', '', { permission: 'aiplatform.models.list' }),
      { type: 'denied', permission: 'aiplatform.models.list' },
    ],
    [
      'of a permission in words',
      403,
      plain("Permission 'aiplatform.endpoints.list' denied on resource '//aiplatform.googleapis.com/…'"),
      { type: 'denied', permission: 'aiplatform.endpoints.list' },
    ],
    [
      'of a permission in BigQuery’s words',
      403,
      {
        error: {
          code: 403,
          message: 'Access Denied: User does not have bigquery.jobs.create permission in project p.',
          errors: [{ reason: 'accessDenied' }],
        },
      },
      { type: 'denied', permission: 'bigquery.jobs.create' },
    ],
    [
      'of a project that is not there or not shown',
      403,
      refused('CONSUMER_INVALID', 'Permission denied on resource project nobody.'),
      { type: 'denied', permission: 'resourcemanager.projects.get' },
    ],
    [
      'of a suspended project, which has what it had',
      403,
      refused('CONSUMER_SUSPENDED'),
      { type: 'failed', reason: 'CONSUMER_SUSPENDED' },
    ],
    [
      'of the project that pays for requests',
      403,
      refused('USER_PROJECT_DENIED'),
      { type: 'denied', permission: 'serviceusage.services.use' },
    ],
    [
      'of a place',
      400,
      { error: { code: 400, message: 'Invalid location: moon-1', status: 'INVALID_ARGUMENT' } },
      { type: 'unsupported', reason: 'location' },
    ],
    [
      'of a token without the scope',
      403,
      refused('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'Request had insufficient authentication scopes.'),
      { type: 'denied', permission: 'credentials' },
    ],
    ['as too many requests, under 403', 403, refused('RATE_LIMIT_EXCEEDED'), { type: 'throttled' }],
    [
      'as too many requests, with how long to wait',
      429,
      {
        error: {
          code: 429,
          status: 'RESOURCE_EXHAUSTED',
          message: 'Quota exceeded for quota metric',
          details: [
            null,
            { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED' },
            { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7.5s' },
          ],
        },
      },
      { type: 'throttled', waitMs: 7500 },
    ],
    [
      'as too many for one day, in an older form',
      403,
      { error: { code: 403, message: 'Daily Limit Exceeded', errors: [{ reason: 'dailyLimitExceeded' }] } },
      { type: 'throttled' },
    ],
    [
      'in a list of one',
      403,
      [refused('SERVICE_DISABLED')],
      { type: 'not-enabled', reason: 'SERVICE_DISABLED' },
    ],
    [
      'with details that are none of ours before the one that is',
      403,
      {
        error: {
          code: '403',
          message: null,
          status: 'PERMISSION_DENIED',
          details: ['x', 7, { '@type': 7 }, ...refused('SERVICE_DISABLED').error.details],
        },
      },
      { type: 'not-enabled' },
    ],
    ['by the front end’s page', 404, undefined, { type: 'failed', reason: 'http-404' }],
    [
      'that a thing is gone',
      404,
      { error: { code: 404, message: 'x', status: 'NOT_FOUND' } },
      { type: 'gone' },
    ],
  ])('%s is what it says', (_, status, body, verdict) => {
    expect(said(status, body)).toMatchObject(verdict)
  })
})

/** A server that has these answers by their paths, whatever the query says, and the project. */
async function scanWith(answers: Readonly<Record<string, object>>, services: string) {
  const project = { name: 'projects/4711', projectId: 'acme-prod', displayName: 'Acme', state: 'ACTIVE' }
  const known: Readonly<Record<string, object>> = { '/v3/projects/acme-prod': project, ...answers }
  const server = createServer((request, response) => {
    request.resume()
    const { pathname } = new URL(request.url ?? '/', 'http://google')
    const answer = known[decodeURIComponent(pathname)]
    response.writeHead(answer ? 200 : 404).end(answer ? JSON.stringify(answer) : '<html>Not found</html>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Listening on TCP, the address is one of these.
  const { port } = server.address() as AddressInfo
  try {
    const reports = await collectReports(
      createGcpScanner(quickClock()),
      {
        endpoint: `http://127.0.0.1:${port}`,
        allowInsecure: true,
        projects: 'acme-prod',
        locations: 'europe-west4',
        services,
      },
      { now: () => NOW, source: 'gcp:documented' },
    )
    return {
      findings: reports.flatMap((report) => report.findings),
      cells: reports.flatMap(({ coverage }) => coverage.cells ?? []),
    }
  } finally {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  }
}

const HOME = 'projects/4711/locations/europe-west4'

describe('a list that Google itself could not read whole', () => {
  it.each<[string, string, string, object]>([
    [
      'names places that did not answer',
      'cloudfunctions',
      '/v2/projects/acme-prod/locations/-/functions',
      { functions: [], unreachable: ['projects/4711/locations/us-east1'] },
    ],
    [
      'names zones that are missing',
      'container',
      '/v1/projects/acme-prod/locations/-/clusters',
      { clusters: [], missingZones: ['us-east1-b'] },
    ],
    [
      'has sums that failed',
      'monitoring',
      '/v3/projects/acme-prod/timeSeries',
      { timeSeries: [], executionErrors: [{ code: 13, message: 'x' }] },
    ],
  ])('%s: its cell is partial', async (_, service, path, answer) => {
    const { cells } = await scanWith({ [path]: answer }, service)
    expect([...new Set(cells.map(({ status }) => status))]).toEqual(['partial'])
  })
})

describe('fields of the discovery documents', () => {
  it('say where a model answers, and who runs jobs', async () => {
    const { findings, cells } = await scanWith(
      {
        '/v1/projects/acme-prod/locations/europe-west4/models': {
          models: [
            {
              name: `${HOME}/models/1`,
              displayName: 'churn',
              versionId: '4',
              description: 'Who leaves',
              deployedModels: [{ endpoint: `${HOME}/endpoints/9`, deployedModelId: '2' }],
            },
          ],
        },
        '/v1/projects/acme-prod/locations/europe-west4/tuningJobs': {
          tuningJobs: [
            {
              name: `${HOME}/tuningJobs/1`,
              createTime: '2024-02-03T04:05:06Z',
              preTunedModel: { baseModel: 'gemini-2.5-flash', tunedModelName: `${HOME}/models/1` },
              serviceAccount: 'tuner@acme-prod.iam.gserviceaccount.com',
            },
          ],
        },
      },
      'aiplatform',
    )
    const of = (type: string) => findings.find(({ key }) => key.startsWith(`${type}:`))
    // That this server does not know what versions there are takes nothing from the list.
    expect(cells.find(({ type }) => type === 'vertex-model')?.status).toBe('complete')
    expect(of('vertex-model')).toMatchObject({
      grade: 'deployed',
      attributes: { description: 'Who leaves', deployedOn: [`${HOME}/endpoints/9`] },
    })
    // Long ago, and told with its dates.
    expect(of('vertex-tuning-jobs')?.attributes).toMatchObject({
      usageSince: '2024-02-03',
      lastUsedOn: '2024-02-03',
      serviceAccounts: ['tuner@acme-prod.iam.gserviceaccount.com'],
    })
  })
})
