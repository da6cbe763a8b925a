import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  contentOf,
  host,
  openHost,
  reportOf,
  temporaryFolder,
  waitingClock,
} from '@ai-census/repositories/testing'
import { Capabilities, conformanceProblems } from '@ai-census/scanner-kit/testing'
import { digest, type ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createGitLabScanner } from './index.ts'
import { estate, group, project, TOKEN, variable } from './testing/estate.ts'
import {
  type GitLabStandInOptions,
  refusals,
  SECRET,
  type StandInData,
  startGitLabStandIn,
} from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const { waits, clock } = waitingClock()
const scannerAt = (now: number) => createGitLabScanner({ clock, now: () => now })

const files = {
  'package.json': '{"dependencies": {"openai": "1"}}',
  'README.md': '# Shop\n\nSells shelves.\n',
}
const noCode = (projects: StandInData['projects'] = [], more: Partial<StandInData> = {}) =>
  estate(
    projects.map((one) => ({ ...one, empty_repo: true })),
    more,
  )

interface Estate extends Partial<GitLabStandInOptions> {
  data: StandInData
  root?: string
  /** Whether git lets in whoever has the token, as GitLab does. */
  isOpen?: boolean
}

/** A GitLab to look at, once or again; its group is called `gitlab:gitlab.example/acme`, whatever the port. */
async function open({ root, isOpen, ...options }: Estate) {
  const authorization = `Basic ${Buffer.from(`oauth2:${TOKEN}`).toString('base64')}`
  const provider = await startGitLabStandIn(options)
  const look = await openHost({
    scanner: scannerAt(NOW),
    provider,
    root,
    authorization,
    isOpen,
    hostName: 'gitlab.example',
  })
  return (config: Record<string, unknown> = {}, now = NOW) => look(config, scannerAt(now))
}

async function scan({ config, ...run }: Estate & { config?: Record<string, unknown> }) {
  const look = await open(run)
  return await look(config)
}

const statuses = (reports: readonly ScanReport[]) =>
  reports.map(({ scope, coverage }) => [scope.key, coverage.status, coverage.reason])
describe('a GitLab group', () => {
  it('is read with its subgroups, code, Duo and names of variables, each with a coverage of its own', async () => {
    const root = temporaryFolder()
    const { head } = host(root, 'acme/shop.git', files)
    const data = estate([
      project(1, 'acme/shop', { description: 'Sells shelves', topics: ['team-care'] }),
      project(2, 'acme/care/new', { empty_repo: true }),
    ])
    const { reports, requests } = await scan({ data, root })
    expect(reports.map(({ scope, coverage }) => [scope.key, coverage.status, scope.source])).toEqual(
      [
        'git:gitlab.com/acme/care/new',
        'git:gitlab.com/acme/care/new#ci',
        'git:gitlab.com/acme/shop',
        'git:gitlab.com/acme/shop#ci',
        'gitlab:gitlab.example/acme#duo',
        'gitlab:gitlab.example/acme#variables',
        'gitlab:gitlab.example/acme/care#variables',
      ].map((key) => [key, 'complete', 'gitlab:gitlab.example/acme']),
    )
    const shop = reportOf(reports, 'git:gitlab.com/acme/shop')
    expect(shop.scope).toMatchObject({ revision: head, url: 'https://gitlab.com/acme/shop' })
    expect(shop.scope.claims).toContainEqual({ field: 'technical-owner', value: 'care', source: 'tag' })
    expect(shop.findings[0]).toMatchObject({
      supplier: 'openai',
      evidence: [{ location: { url: expect.stringContaining('https://gitlab.com/acme/shop/-/blob/') } }],
    })
    expect(reportOf(reports, 'gitlab:gitlab.example/acme#duo').findings).toMatchObject([
      {
        supplier: 'gitlab-duo',
        grade: 'used',
        attributes: { seats: 20, assignedSeats: 12, usedOn: '2026-11-20', otherwiseIn: ['acme/care'] },
      },
    ])
    expect(
      reportOf(reports, 'git:gitlab.com/acme/shop#ci').findings.map(({ key, context, attributes }) => [
        key,
        context,
        attributes.isValueShown,
      ]),
    ).toEqual([
      ['credential:COHERE_API_KEY', 'ci', true],
      ['credential:PROD_MISTRAL_API_KEY', 'ci', undefined],
      ['credential:production:ANTHROPIC_API_KEY', 'production', undefined],
    ])
    expect(
      reportOf(reports, 'gitlab:gitlab.example/acme/care#variables').findings.map(({ key }) => key),
    ).toEqual(['service:anthropic'])
    const text = JSON.stringify(reports)
    for (const secret of [SECRET, TOKEN, Buffer.from(`oauth2:${TOKEN}`).toString('base64')])
      expect(text).not.toContain(secret)
    // Nobody's projects come along with the group.
    expect(requests[0]?.query.get('with_projects')).toBe('false')
    const capabilities = readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    expect(conformanceProblems(scannerAt(NOW), Capabilities.parse(parse(capabilities)), reports)).toEqual([])
  })

  it('is listed over many pages, each thing once', async () => {
    const projects = Array.from({ length: 7 }, (_, i) => project(i + 1, `acme/p${i + 1}`))
    const { reports, requests } = await scan({ data: noCode(projects), pageSize: 3 })
    expect(reports.filter(({ scope }) => /^git:[^#]+$/.test(scope.key))).toHaveLength(7)
    expect(requests.filter(({ path }) => path.endsWith('/projects'))).toHaveLength(3)
  })

  it('leaves archived projects and forks out unless asked for them', async () => {
    const data = noCode([
      project(1, 'acme/old', { archived: true }),
      project(2, 'acme/copy', { forked_from_project: { id: 9 } }),
    ])
    const keys = async (config: Record<string, unknown>) =>
      (await scan({ data, config: { ...config, variables: false } })).reports
        .map(({ scope }) => scope.key)
        .filter((key) => key.startsWith('git:'))
    expect(await keys({})).toEqual([])
    expect(await keys({ archived: true, forks: 'true' })).toEqual([
      'git:gitlab.com/acme/copy',
      'git:gitlab.com/acme/old',
    ])
  })

  it('says of a project whose repository is switched off that there is none', async () => {
    const data = estate([project(1, 'acme/board', { repository_access_level: 'disabled' })])
    const { reports } = await scan({ data, config: { variables: false } })
    expect(reportOf(reports, 'git:gitlab.com/acme/board').coverage).toMatchObject({
      status: 'not-enabled',
      reason: 'no-repository',
    })
  })
})

describe('a GitLab of one’s own', () => {
  it('tells an administrator of its Duo, its variables and the models that it hosts', async () => {
    const { reports, requests } = await scan({ data: noCode(), config: { groups: [], instance: true } })
    const source = 'gitlab:gitlab.example'
    expect(reportOf(reports, `${source}#self-hosted-models`).findings).toMatchObject([
      {
        kind: 'model',
        supplier: 'aws-bedrock',
        model: { publisher: 'anthropic' },
        attributes: { host: 'gateway.acme.example' },
      },
    ])
    expect(reportOf(reports, `${source}#variables`).findings.map(({ key }) => key)).toEqual([
      'credential:GROQ_API_KEY',
    ])
    expect(reportOf(reports, `${source}#duo`).findings).toMatchObject([
      { attributes: { automaticCodeReview: true } },
    ])
    // The groups were found by themselves, in pages after a key.
    expect(reportOf(reports, 'gitlab:gitlab.example/acme#duo').coverage.status).toBe('complete')
    expect(requests.find(({ path }) => path === '/api/v4/groups')?.query.get('pagination')).toBe('keyset')
    expect(JSON.stringify(reports)).not.toContain(SECRET)
  })

  it('is denied to others, with the role that is missing', async () => {
    const data = noCode([], { settings: null, selfHostedModels: null, variables: { 'admin/ci': null } })
    const { reports } = await scan({ data, config: { instance: true } })
    const own = reports.filter(({ scope }) => scope.source === 'gitlab:gitlab.example')
    expect(own.map(({ coverage }) => [coverage.status, coverage.reason])).toEqual(
      own.map(() => ['denied', 'role:administrator']),
    )
    expect(own).toHaveLength(3)
  })
})

describe('a second look', () => {
  it('at an unchanged group fetches no content and gives the same', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', files)
    const data = estate([project(1, 'acme/shop')])
    const config = { cacheFolder: join(root, 'cache') }
    const look = await open({ data, root })
    const first = await look(config)
    const second = await look(config)
    expect(first.git).not.toEqual([])
    expect(second.git).toEqual([])
    expect(second.reports.map(contentOf)).toEqual(first.reports.map(contentOf))
    expect(second.requests.map(({ path }) => path).sort()).toEqual([
      '/api/graphql',
      '/api/graphql',
      '/api/v4/groups/7/descendant_groups',
      '/api/v4/groups/7/projects',
      '/api/v4/groups/acme',
    ])
    for (const file of readdirSync(config.cacheFolder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      for (const secret of [TOKEN, SECRET]) expect(text).not.toContain(secret)
    }
  })

  it('at 500 unchanged projects costs a request a hundred, and the same digests', async () => {
    const root = temporaryFolder()
    host(root, 'acme/p250.git', files)
    const projects = Array.from({ length: 500 }, (_, i) =>
      project(i + 1, `acme/p${i + 1}`, { empty_repo: i !== 249 }),
    )
    const config = { cacheFolder: join(root, 'cache') }
    const look = await open({ data: estate(projects), root })
    const first = await look(config)
    const idle = await look(config)
    const digests = ({ reports }: typeof first) => reports.map((report) => digest(contentOf(report)))
    expect(digests(idle)).toEqual(digests(first))
    expect(new Set(first.reports.map(({ coverage }) => coverage.status))).toEqual(new Set(['complete']))
    // 5 pages; the group, its subgroups, 2 questions for Duo; variables of 500 projects and 2 groups.
    expect(first.requests).toHaveLength(5 + 4 + 502)
    expect(idle.requests).toHaveLength(5 + 4)
    expect(idle.git).toEqual([])
    process.stdout.write(
      `gitlab, 500 projects: first ${first.requests.length} requests and ${first.git.length} of git, ` +
        `idle ${idle.requests.length} and ${idle.git.length}\n`,
    )
  }, 120_000)

  it('asks git again after an activity, within the hours in which GitLab notes none, and of a mirror', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', {})
    const config = { cacheFolder: join(root, 'cache'), variables: false }
    const data = estate([])
    const lookAt = await open({ data, root })
    const look = async (more: Record<string, unknown>) => {
      data.projects = [project(1, 'acme/shop', more)]
      return (await lookAt(config)).git.length > 0
    }
    expect(await look({})).toBe(true)
    expect(await look({})).toBe(false)
    expect(await look({ last_activity_at: '2026-11-26T11:30:00Z' })).toBe(true)
    expect(await look({ last_activity_at: '2026-11-26T11:30:00Z' })).toBe(true)
    expect(await look({ mirror: true })).toBe(true)
  })

  it('asks for variables again after some days', async () => {
    const root = temporaryFolder()
    const data = noCode([project(1, 'acme/shop')])
    const config = { cacheFolder: join(root, 'cache') }
    const look = await open({ data })
    const asked = async (days: number) =>
      (await look(config, NOW + days * 86_400_000)).requests.filter(({ path }) => path.endsWith('/variables'))
        .length
    expect([await asked(0), await asked(1), await asked(8)]).toEqual([3, 0, 3])
  })
})

describe('what is refused', () => {
  it('is denied with the role that is missing, and never none', async () => {
    const data = noCode([project(1, 'acme/shop')])
    const { reports } = await scan({
      data,
      failure: ({ path }) => (path.endsWith('/variables') ? refusals.forbidden() : null),
    })
    expect(reportOf(reports, 'git:gitlab.com/acme/shop#ci').coverage).toMatchObject({
      status: 'denied',
      reason: 'role:maintainer',
    })
    expect(reportOf(reports, 'gitlab:gitlab.example/acme#variables').coverage.reason).toBe('role:owner')
    expect(reportOf(reports, 'git:gitlab.com/acme/shop').coverage.status).toBe('complete')
  })

  it('names the scope that the token lacks where GitLab says that it is the scope', async () => {
    const { reports } = await scan({ data: noCode(), failure: () => refusals.withoutScope() })
    expect(statuses(reports)).toEqual([['source:gitlab', 'denied', 'scope:read_api']])
  })

  it('is denied where GitLab hides a group behind a 404, and the other groups are read', async () => {
    const { reports } = await scan({ data: noCode(), config: { groups: ['secret', 'acme'] } })
    expect(reportOf(reports, 'source:gitlab').coverage).toMatchObject({
      status: 'denied',
      reason: 'read_api',
      detail: expect.stringContaining('may not see it'),
    })
    expect(reportOf(reports, 'gitlab:gitlab.example/acme#duo').coverage.status).toBe('complete')
  })

  it('makes the source denied for a token that GitLab does not know', async () => {
    const { reports } = await scan({ data: noCode(), config: { token: 'other' } })
    expect(statuses(reports)).toEqual([['source:gitlab', 'denied', 'credentials']])
  })

  it('makes one project denied where git is not let in, and names the scope', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', {})
    const { reports } = await scan({ data: estate([project(1, 'acme/shop')]), root, isOpen: false })
    expect(reportOf(reports, 'git:gitlab.com/acme/shop').coverage).toMatchObject({
      status: 'denied',
      reason: 'read_repository',
    })
    expect(JSON.stringify(reports)).not.toContain(TOKEN)
  })

  it('tells Duo that may not be seen from Duo that the licence lacks', async () => {
    const groups = [group(7, 'acme', { duo_features_enabled: undefined })]
    const look = async (accessLevel: number) => {
      const { reports } = await scan({ data: noCode([], { groups, accessLevel, addOns: [], uses: [] }) })
      const { coverage, findings } = reportOf(reports, 'gitlab:gitlab.example/acme#duo')
      return [coverage.status, coverage.reason, findings.length]
    }
    expect(await look(30)).toEqual(['denied', 'role:owner', 0])
    expect(await look(50)).toEqual(['not-enabled', 'licence', 0])
  })

  it('goes on without the use of Duo in a GitLab that is too old to tell', async () => {
    const { reports } = await scan({ data: noCode([], { uses: null }) })
    const { coverage, findings } = reportOf(reports, 'gitlab:gitlab.example/acme#duo')
    expect([coverage.status, findings[0]?.grade]).toEqual(['complete', 'configured'])
  })
})

describe('a GitLab in trouble', () => {
  it('is waited for as long as it asks, and asked again after errors and cut connections', async () => {
    const { reports } = await scan({
      data: noCode([project(1, 'acme/shop')]),
      failure: ({ path }, call) => {
        if (path.endsWith('/groups/acme') && call === 0) return refusals.tooMany({ 'retry-after': '42' })
        if (path.endsWith('/projects') && call === 0)
          return refusals.tooMany({ 'ratelimit-reset': String(NOW / 1000 + 90) })
        if (path.endsWith('/descendant_groups') && call === 0) return refusals.serverError()
        if (path.endsWith('/groups/7/variables') && call === 0) return { cut: 'before-answer' }
        if (path.endsWith('/projects/1/variables') && call === 0)
          return { json: [variable('A')], cut: 'in-body' }
        return null
      },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(waits.filter((ms) => ms >= 40_000 && ms < 50_000)).not.toEqual([])
    expect(waits.filter((ms) => ms >= 90_000)).not.toEqual([])
  })

  it('is throttled where it asks for more patience than the person has', async () => {
    const { reports } = await scan({
      data: noCode(),
      config: { maxWaitSeconds: 60 },
      failure: ({ path }) =>
        path.endsWith('/variables') ? refusals.tooMany({ 'retry-after': '3600' }) : null,
    })
    expect(reportOf(reports, 'gitlab:gitlab.example/acme#variables').coverage).toMatchObject({
      status: 'throttled',
      reason: 'rate-limit',
    })
  })

  it('keeps projects seen before a list broke off, and says so', async () => {
    const data = noCode([project(1, 'acme/a'), project(2, 'acme/b')])
    const { reports } = await scan({
      data,
      pageSize: 1,
      failure: ({ path, query }) =>
        path.endsWith('/projects') && query.get('page') === '2' ? refusals.serverError() : null,
    })
    expect(reportOf(reports, 'git:gitlab.com/acme/a').coverage.status).toBe('complete')
    expect(reportOf(reports, 'source:gitlab').coverage).toMatchObject({
      status: 'failed',
      reason: 'unavailable',
    })
  })
})
