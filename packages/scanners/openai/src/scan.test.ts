import { readFile } from 'node:fs/promises'
import {
  type Capabilities,
  collectReports,
  conformanceProblems,
  quickClock,
} from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { createOpenAiScanner } from './index.ts'
import { ADMIN_KEY, apiKey, NOW, smallOrganisation } from './testing/small-organisation.ts'
import { type OpenAiStandInOptions, refusals, startOpenAiStandIn } from './testing/stand-in.ts'

interface Look {
  reports: Record<string, ScanReport>
  requests: readonly { path: string; query: URLSearchParams }[]
  waited: number
}

async function look(options: Partial<OpenAiStandInOptions> = {}, config: object = {}): Promise<Look> {
  await using provider = await startOpenAiStandIn({ data: smallOrganisation(), ...options })
  const clock = quickClock()
  const reports = await collectReports(
    createOpenAiScanner(clock),
    { ...provider.config, ...config },
    { now: () => NOW, source: 'openai:small' },
  )
  return {
    reports: Object.fromEntries(
      reports.map((report) => [report.scope.key.replace('openai:org-small', 'org'), report]),
    ),
    requests: provider.requests,
    waited: clock.waited(),
  }
}

const failing =
  (path: RegExp, reply: ReturnType<typeof refusals.serverError>): OpenAiStandInOptions['failure'] =>
  (request) =>
    path.test(request.path) ? reply : null

const keysOf = (report: ScanReport | undefined) => report?.findings.map(({ key }) => key)

const ALL_OF_A = [
  'credential:key_1',
  'credential:key_2',
  'credential:key_3',
  'model:openai:gpt-4o-2024-08-06',
  'usage:costs:usd',
  'usage:vector_stores',
  'workspace',
]

describe('a look at an organisation', () => {
  it('has the organisation and each project as a scope, archived ones marked', async () => {
    const { reports } = await look()
    expect(
      Object.entries(reports).map(([key, { scope, coverage }]) => [key, scope.title, coverage.status]),
    ).toEqual([
      ['org', 'OpenAI organisation', 'complete'],
      ['org/proj_a', 'Chat', 'complete'],
      ['org/proj_b', 'chat-dev', 'complete'],
      ['org/proj_old', 'Old (archived)', 'complete'],
    ])
  })

  it('finds workspace, keys, models, services and costs of a project', async () => {
    const { reports } = await look()
    expect(keysOf(reports['org/proj_a'])).toEqual(ALL_OF_A)
    expect(keysOf(reports['org/proj_old'])).toEqual(['workspace'])
  })

  it('finds the key of somebody who left the project as well', async () => {
    const { reports } = await look()
    const key = reports['org/proj_a']?.findings.find(({ key }) => key === 'credential:key_3')
    expect(key?.attributes.ownerAccess).toBe('inactive')
  })

  it('keeps admin keys and use that no project claims with the organisation', async () => {
    const { reports } = await look()
    expect(keysOf(reports.org)).toEqual(['credential:key_admin', 'model:openai:gpt-4.1', 'workspace'])
  })

  it('leaves archived projects out when told to, and names the organisation as before', async () => {
    const nameless = { organization: undefined }
    const withThem = await look({}, nameless)
    const without = await look({}, { ...nameless, includeArchived: 'false' })
    expect(Object.keys(without.reports)).toEqual(
      Object.keys(withThem.reports).filter((key) => !key.endsWith('proj_old')),
    )
    expect(Object.keys(without.reports)[0]).toBe('openai:organisation-of-proj_a')
  })

  it('names the project owner as technical owner, and members as nothing', async () => {
    const { reports } = await look()
    const owners = reports['org/proj_a']?.scope.claims?.filter(({ field }) => field === 'technical-owner')
    expect(owners).toEqual([{ field: 'technical-owner', value: 'owner@example.com', source: 'provider' }])
  })

  it('asks for usage once for all projects', async () => {
    const { requests } = await look()
    expect(requests.filter(({ path }) => path.endsWith('/usage/completions'))).toHaveLength(1)
    // 1 for the list of projects, 5 a project, 2 for the organisation, 10 usage reports, 1 for costs.
    expect(requests).toHaveLength(1 + 3 * 5 + 2 + 11)
  })

  it('claims in capabilities.yaml what it finds', async () => {
    const { reports } = await look()
    const text = await readFile(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    const [, kinds = ''] = /^kinds:\n((?: {2}.*\n)+)/m.exec(text) ?? []
    const claimed = Object.fromEntries(
      [...kinds.matchAll(/^ {2}([a-z-]+): (.+)$/gm)].map(([, kind, words]) => [kind, words]),
    )
    const capabilities: Capabilities = {
      scanner: 'openai',
      title: 'OpenAI',
      kinds: claimed,
      needs: [],
      blind: [],
    }
    // The check looks at no setting, so it takes a scanner of any.
    const scanner = createOpenAiScanner() as never
    expect(conformanceProblems(scanner, capabilities, Object.values(reports))).toEqual([])
  })
})

describe('pages', () => {
  it('give the same reports however they are cut', async () => {
    const whole = await look()
    for (const pageSize of [1, 2, 3]) {
      const cut = await look({ pageSize })
      expect(cut.reports).toEqual(whole.reports)
      expect(cut.requests.length).toBeGreaterThan(whole.requests.length)
    }
  })

  it('are followed to the last of many', async () => {
    const data = smallOrganisation()
    data.apiKeys.proj_a = Array.from({ length: 250 }, (_, at) =>
      apiKey(`key_n${at}`, `n${String(at).padStart(3, '0')}`, 1),
    )
    const { reports, requests } = await look({ data })
    expect(reports['org/proj_a']?.findings.filter(({ kind }) => kind === 'credential')).toHaveLength(250)
    expect(requests.filter(({ path }) => path.endsWith('proj_a/api_keys'))).toHaveLength(3)
  })

  it('that show an object twice, because the list grew meanwhile, count it once', async () => {
    const twice = { object: 'list', data: [apiKey('key_4', 'bbb4', null)], has_more: false }
    let call = 0
    const { reports } = await look({
      failure: ({ path }) =>
        path.endsWith('proj_b/api_keys')
          ? { json: { ...twice, has_more: call++ === 0, last_id: 'key_4' } }
          : null,
    })
    expect(reports['org/proj_b']?.coverage.status).toBe('complete')
    expect(reports['org/proj_b']?.findings.filter(({ kind }) => kind === 'credential')).toHaveLength(1)
  })

  it('that promise more without saying where are no end of the list', async () => {
    const { reports } = await look({
      failure: failing(/proj_b\/api_keys$/, {
        json: { object: 'list', data: [], has_more: true, last_id: null },
      }),
    })
    expect(reports['org/proj_b']?.coverage).toMatchObject({ status: 'partial', reason: 'unexpected-answer' })
  })

  it('that fail in the middle keep what came before, and the scope is partial', async () => {
    const { reports } = await look({
      pageSize: 1,
      failure: ({ path, query }) =>
        path.endsWith('proj_a/api_keys') && query.get('after') === 'key_2' ? refusals.serverError() : null,
    })
    const report = reports['org/proj_a']
    expect(report?.coverage).toMatchObject({ status: 'partial', reason: 'unavailable' })
    expect(report?.findings.filter(({ kind }) => kind === 'credential').map(({ key }) => key)).toEqual([
      'credential:key_1',
      'credential:key_2',
    ])
  })
})

describe('a refusal', () => {
  it('of the key leaves one report for the source that says which key is needed', async () => {
    const { reports } = await look({}, { adminKey: 'sk-proj-of-a-project' })
    expect(Object.keys(reports)).toEqual(['source:openai:small'])
    expect(reports['source:openai:small']?.coverage).toMatchObject({
      status: 'denied',
      reason: 'api.management.read',
    })
    expect(reports['source:openai:small']?.coverage.detail).toMatch(
      /admin key of the organisation .*sk-admin-/,
    )
  })

  it('of one list is never an empty list', async () => {
    const { reports } = await look({
      failure: failing(/proj_a\/api_keys$/, refusals.forbidden('api.management.read')),
    })
    const report = reports['org/proj_a']
    expect(report?.coverage).toMatchObject({ status: 'partial', reason: 'api.management.read' })
    expect(report?.unknowns).toEqual([
      {
        place: '/v1/organization/projects/proj_a/api_keys',
        reason: 'permission',
        detail: expect.stringContaining('api.management.read'),
      },
    ])
    expect(keysOf(report)).toEqual(ALL_OF_A.filter((key) => !key.startsWith('credential')))
    expect(reports['org/proj_b']?.coverage.status).toBe('complete')
  })

  it('of usage leaves every project partial with the permission that is missing, and its keys', async () => {
    const { reports } = await look({
      failure: failing(/\/(usage\/|costs)/, refusals.forbidden('api.usage.read')),
    })
    for (const [key, report] of Object.entries(reports)) {
      expect([key, report.coverage.status, report.coverage.reason]).toEqual([
        key,
        'partial',
        'api.usage.read',
      ])
      expect(report.unknowns.filter(({ reason }) => reason === 'permission')).toHaveLength(11)
    }
    expect(keysOf(reports['org/proj_a'])).toEqual([
      'credential:key_1',
      'credential:key_2',
      'credential:key_3',
      'workspace',
    ])
  })

  it('of everything below a project is denied', async () => {
    const { reports } = await look({
      failure: failing(/\/(usage|costs|projects\/)/, refusals.forbidden('api.management.read')),
    })
    expect(reports['org/proj_a']?.coverage.status).toBe('denied')
    expect(reports.org?.coverage.status).toBe('partial')
  })
})

describe('a provider in trouble', () => {
  it('is asked again after as long as it says, and nothing is missing then', async () => {
    let refused = 0
    const { reports, waited } = await look({
      failure: ({ path }) =>
        path.endsWith('proj_a/users') && refused++ < 2 ? refusals.rateLimited(7) : null,
    })
    expect(refused).toBe(3)
    expect(waited).toBeGreaterThanOrEqual(14_000)
    expect(reports['org/proj_a']?.coverage.status).toBe('complete')
  })

  it('that goes on refusing leaves the scope throttled, with what was read', async () => {
    const { reports } = await look({ failure: failing(/proj_a\/users$/, refusals.rateLimited(1)) })
    expect(reports['org/proj_a']?.coverage).toMatchObject({ status: 'throttled', reason: 'rate-limit' })
    expect(keysOf(reports['org/proj_a'])).toEqual(ALL_OF_A)
    expect(reports['org/proj_b']?.coverage.status).toBe('complete')
  })

  it('that fails once is asked again', async () => {
    let failed = 0
    const { reports } = await look({
      failure: ({ path }) =>
        path.endsWith('proj_a/users') && failed++ === 0 ? refusals.serverError() : null,
    })
    expect(reports['org/proj_a']?.coverage.status).toBe('complete')
  })

  it('that goes on failing leaves the scope partial', async () => {
    const { reports } = await look({ failure: failing(/proj_a\/users$/, refusals.serverError()) })
    expect(reports['org/proj_a']?.coverage).toMatchObject({ status: 'partial', reason: 'unavailable' })
    expect(reports['org/proj_a']?.unknowns).toMatchObject([{ reason: 'unavailable' }])
  })

  it('that answers with no JSON leaves an unknown place, never a crash', async () => {
    const { reports } = await look({ failure: failing(/proj_a\/api_keys$/, refusals.malformed()) })
    expect(reports['org/proj_a']?.unknowns).toMatchObject([{ reason: 'malformed' }])
    expect(reports['org/proj_a']?.coverage.status).toBe('partial')
  })

  it('that does not list projects leaves one report for the source', async () => {
    const { reports } = await look({ failure: failing(/\/projects$/, refusals.serverError()) })
    expect(Object.values(reports).map(({ scope, coverage }) => [scope.key, coverage.status])).toEqual([
      ['source:openai:small', 'failed'],
    ])
  })

  it('that breaks off while projects are listed leaves those before, and a report that says so', async () => {
    const breaking: OpenAiStandInOptions['failure'] = ({ path, query }) =>
      path.endsWith('/projects') && query.get('after') === 'proj_a' ? refusals.serverError() : null
    const { reports } = await look({ pageSize: 1, failure: breaking })
    expect(Object.entries(reports).map(([key, { coverage }]) => [key, coverage.status])).toEqual([
      ['org', 'complete'],
      ['org/proj_a', 'complete'],
      ['source:openai:small', 'failed'],
    ])
    const nameless = await look({ pageSize: 1, failure: breaking }, { organization: undefined })
    expect(Object.keys(nameless.reports)).toEqual(['source:openai:small'])
  })
})

describe('the admin key', () => {
  it('is in no report, whatever goes wrong', async () => {
    const looks = await Promise.all([
      look(),
      look({ failure: failing(/api_keys$/, refusals.forbidden('api.management.read')) }),
      look({ failure: failing(/users$/, { status: 500, text: `echo ${ADMIN_KEY}` }) }),
      look({ failure: failing(/users$/, { json: { data: ADMIN_KEY } }) }),
      look({
        failure: failing(/projects$/, {
          status: 302,
          headers: { location: `https://x.invalid/${ADMIN_KEY}` },
        }),
      }),
    ])
    for (const { reports } of looks) expect(JSON.stringify(reports)).not.toContain(ADMIN_KEY)
  })

  it('goes nowhere but into the header', async () => {
    await using provider = await startOpenAiStandIn({ data: smallOrganisation() })
    await collectReports(createOpenAiScanner(quickClock()), provider.config, { now: () => NOW })
    for (const { path, query, body } of provider.requests)
      expect(`${path}?${query}${body}`).not.toContain(ADMIN_KEY)
  })
})
