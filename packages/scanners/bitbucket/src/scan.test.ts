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
import { createBitbucketScanner } from './index.ts'
import { dataCenterRepository, estate, repository, SECRET, TOKEN, variable } from './testing/estate.ts'
import {
  type BitbucketStandInOptions,
  refusals,
  type StandInData,
  startBitbucketStandIn,
} from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const { waits, clock } = waitingClock()
const scannerAt = (now: number) => createBitbucketScanner({ clock, now: () => now })

const files = { 'package.json': '{"dependencies": {"openai": "1"}}' }
const basic = (username: string) => `Basic ${Buffer.from(`${username}:${TOKEN}`).toString('base64')}`

interface Estate extends Partial<BitbucketStandInOptions> {
  data: StandInData
  root?: string
  isOpen?: boolean
  authorization?: string
}

/** A Bitbucket to look at, once or again; git is let in with the token and the name that it wants. */
async function open({ root, isOpen, authorization = basic('x-token-auth'), ...options }: Estate) {
  const provider = await startBitbucketStandIn(options)
  const look = await openHost({
    scanner: scannerAt(NOW),
    provider,
    root,
    authorization,
    isOpen,
    hostName: 'bitbucket.example',
  })
  return {
    url: provider.url,
    look: (config: Record<string, unknown> = {}, now = NOW) =>
      look({ token: TOKEN, ...config }, scannerAt(now)),
  }
}

async function scan({ config, ...run }: Estate & { config?: Record<string, unknown> }) {
  const { look } = await open(run)
  return await look(config)
}

const statuses = (reports: readonly ScanReport[]) =>
  reports.map(({ scope, coverage }) => [scope.key, coverage.status, coverage.reason])

describe('a workspace of Bitbucket Cloud', () => {
  it('is read with its code and the names of its variables, each with a coverage of its own', async () => {
    const root = temporaryFolder()
    const { head } = host(root, 'acme/shop.git', files)
    const data = estate([
      repository('shop', { description: 'Sells shelves' }),
      repository('copy', { parent: {} }),
    ])
    const { reports, requests } = await scan({ data, root })
    expect(reports.map(({ scope, coverage }) => [scope.key, coverage.status, scope.source])).toEqual(
      [
        'bitbucket:acme#variables',
        'git:bitbucket.org/acme/shop',
        'git:bitbucket.org/acme/shop#pipelines',
      ].map((key) => [key, 'complete', 'bitbucket:acme']),
    )
    const shop = reportOf(reports, 'git:bitbucket.org/acme/shop')
    expect(shop.scope).toMatchObject({ revision: head, url: 'https://bitbucket.org/acme/shop' })
    expect(shop.findings[0]).toMatchObject({
      supplier: 'openai',
      evidence: [{ location: { url: expect.stringContaining('https://bitbucket.org/acme/shop/src/') } }],
    })
    expect(
      reportOf(reports, 'git:bitbucket.org/acme/shop#pipelines').findings.map(({ key, context }) => [
        key,
        context,
      ]),
    ).toEqual([
      ['credential:COHERE_API_KEY', 'ci'],
      ['credential:PROD_MISTRAL_API_KEY', 'ci'],
      ['credential:Production:ANTHROPIC_API_KEY', 'production'],
    ])
    expect(reportOf(reports, 'bitbucket:acme#variables').findings.map(({ key }) => key)).toEqual([
      'credential:OPENAI_API_KEY',
    ])
    // What is not asked for is not sent.
    expect(requests[0]?.query.get('fields')).toContain('values.mainbranch.name')
    const text = JSON.stringify(reports)
    for (const secret of [SECRET, TOKEN, basic('x-token-auth').slice(6)]) expect(text).not.toContain(secret)
    const capabilities = readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    expect(conformanceProblems(scannerAt(NOW), Capabilities.parse(parse(capabilities)), reports)).toEqual([])
  })

  it('is listed over many pages, by link and by number, each thing once', async () => {
    const data = estate(
      Array.from({ length: 7 }, (_, i) => repository(`r${i}`)),
      { variables: { workspace: [...'ABCDE'].map((name) => variable(`${name}_OPENAI_API_KEY`, true)) } },
    )
    const root = temporaryFolder()
    const { reports } = await scan({ data, root, pageSize: 3, config: { variables: false } })
    expect(reports.filter(({ scope }) => scope.key.startsWith('git:'))).toHaveLength(7)
    expect(reportOf(reports, 'bitbucket:acme#variables').findings).toHaveLength(5)
  })

  it('is opened with an API token, and git with the name that it wants beside it', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', files)
    const { reports } = await scan({
      data: estate([repository('shop')], { authorization: basic('ada@acme.example') }),
      root,
      authorization: basic('x-bitbucket-api-token-auth'),
      config: { username: 'ada@acme.example' },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
  })
})

describe('a Bitbucket Data Center', () => {
  it('is read project by project, over many pages', async () => {
    const root = temporaryFolder()
    const { head } = host(root, 'scm/shop/web.git', files)
    const { look, url } = await open({
      data: estate([]),
      root,
      pageSize: 1,
      authorization: `Bearer ${TOKEN}`,
    })
    const { reports } = await look({ dataCenterUrl: url, workspaces: [] })
    expect(statuses(reports)).toEqual([['git:bitbucket.example/scm/shop/web', 'complete', undefined]])
    expect(reports[0]).toMatchObject({
      scope: {
        source: 'bitbucket:bitbucket.example/SHOP',
        revision: head,
        url: 'http://bitbucket.example/projects/SHOP/repos/web/browse',
      },
      findings: [{ supplier: 'openai' }],
    })
  })

  it('leaves archived repositories and forks out unless asked for them', async () => {
    const root = temporaryFolder()
    for (const name of ['web', 'old', 'copy']) host(root, `scm/shop/${name}.git`, files)
    const { look, url } = await open({ data: estate([]), root, authorization: `Bearer ${TOKEN}` })
    const { reports } = await look({
      dataCenterUrl: url,
      workspaces: [],
      projects: 'SHOP',
      archived: true,
      forks: true,
    })
    expect(reports.map(({ scope }) => scope.title)).toEqual(['SHOP/copy', 'SHOP/old', 'SHOP/web'])
  })

  it('is denied, not empty, where a project is hidden', async () => {
    const data = estate([], { projectRepositories: { SHOP: [dataCenterRepository(1, 'web')] } })
    const { look, url } = await open({ data })
    const { reports } = await look({ dataCenterUrl: url, workspaces: [], projects: ['SECRET'] })
    expect(statuses(reports)).toEqual([['source:bitbucket', 'denied', 'REPO_READ']])
  })
})

describe('a second look', () => {
  it('at 500 unchanged repositories costs a request a hundred, fetches nothing, and gives the same digests', async () => {
    const root = temporaryFolder()
    host(root, 'acme/r250.git', files)
    const data = estate(
      Array.from({ length: 500 }, (_, i) => repository(`r${i}`, i === 250 ? {} : { mainbranch: null })),
    )
    const config = { cacheFolder: join(root, 'cache') }
    const { look } = await open({ data, root })
    const first = await look(config)
    const idle = await look(config)
    const digests = ({ reports }: typeof first) => reports.map((report) => digest(contentOf(report)))
    expect(digests(idle)).toEqual(digests(first))
    expect(new Set(first.reports.map(({ coverage }) => coverage.status))).toEqual(new Set(['complete']))
    // 5 pages; variables of the workspace, variables and environments of 500 repositories.
    expect(first.requests).toHaveLength(5 + 1 + 1000)
    expect(idle.requests).toHaveLength(5)
    expect(idle.git).toEqual([])
    process.stdout.write(
      `bitbucket, 500 repositories: first ${first.requests.length} requests and ${first.git.length} of git, ` +
        `idle ${idle.requests.length} and ${idle.git.length}\n`,
    )
    for (const file of readdirSync(config.cacheFolder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      for (const secret of [TOKEN, SECRET]) expect(text).not.toContain(secret)
    }
  }, 120_000)

  it('asks git again after an update, and of an update that was just noted', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', files)
    const data = estate([])
    const { look } = await open({ data, root })
    const asks = async (updated_on: string) => {
      data.repositories = [repository('shop', { updated_on })]
      const config = { cacheFolder: join(root, 'cache'), variables: false }
      return (await look(config)).git.length > 0
    }
    expect(await asks('2026-10-01T08:00:00Z')).toBe(true)
    expect(await asks('2026-10-01T08:00:00Z')).toBe(false)
    expect(await asks('2026-11-26T11:55:00Z')).toBe(true)
    expect(await asks('2026-11-26T11:55:00Z')).toBe(true)
  })
})

describe('what is refused', () => {
  it('is denied with the scope that Bitbucket names, and never none', async () => {
    const { reports } = await scan({
      data: estate([repository('shop')]),
      root: temporaryFolder(),
      failure: ({ path }) => {
        if (path.endsWith('/environments')) return refusals.forbidden()
        return path.includes('variables') ? refusals.withoutScope('pipeline') : null
      },
    })
    expect(reportOf(reports, 'bitbucket:acme#variables').coverage).toMatchObject({
      status: 'denied',
      reason: 'scope:pipeline',
    })
    expect(reportOf(reports, 'git:bitbucket.org/acme/shop#pipelines').coverage.status).toBe('denied')
  })

  it('leaves the variables of a repository partial where those of one environment are refused', async () => {
    const { reports } = await scan({
      data: estate([repository('shop')]),
      root: temporaryFolder(),
      failure: ({ path }) => (path.includes('/deployments_config/') ? refusals.forbidden() : null),
    })
    const { coverage, findings, unknowns } = reportOf(reports, 'git:bitbucket.org/acme/shop#pipelines')
    expect([coverage.status, coverage.reason, findings.length, unknowns.length]).toEqual([
      'partial',
      'read:pipeline:bitbucket',
      2,
      1,
    ])
  })

  it('makes the source denied for a token that Bitbucket does not know, and for a workspace that it hides', async () => {
    const unknown = await scan({ data: estate([]), config: { token: 'other' } })
    expect(statuses(unknown.reports)).toEqual([['source:bitbucket', 'denied', 'credentials']])
    const hidden = await scan({ data: estate([]), config: { workspaces: 'secret' } })
    expect(statuses(hidden.reports)).toEqual([['source:bitbucket', 'denied', 'read:repository:bitbucket']])
  })

  it('makes one repository denied where git is not let in', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', files)
    const { reports } = await scan({ data: estate([repository('shop')]), root, isOpen: false })
    expect(reportOf(reports, 'git:bitbucket.org/acme/shop').coverage).toMatchObject({
      status: 'denied',
      reason: 'read:repository:bitbucket',
    })
    expect(JSON.stringify(reports)).not.toContain(TOKEN)
  })
})

describe('a Bitbucket in trouble', () => {
  it('is waited for as long as it asks, or a minute, and asked again after errors and cut connections', async () => {
    const root = temporaryFolder()
    host(root, 'acme/shop.git', files)
    const { reports } = await scan({
      data: estate([repository('shop')]),
      root,
      failure: ({ path }, call) => {
        if (path.endsWith('/repositories/acme') && call === 0)
          return refusals.tooMany({ 'retry-after': '42' })
        if (path.endsWith('/repositories/acme') && call === 1) return refusals.tooMany()
        if (call > 0) return null
        if (path.endsWith('/environments')) return refusals.serverError()
        if (path.includes('/workspaces/')) return { cut: 'before-answer' }
        return path.endsWith('/pipelines_config/variables') ? { json: { values: [] }, cut: 'in-body' } : null
      },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(reportOf(reports, 'git:bitbucket.org/acme/shop#pipelines').findings).toHaveLength(3)
    expect(waits.filter((ms) => ms >= 40_000 && ms < 50_000)).not.toEqual([])
    expect(waits.filter((ms) => ms >= 60_000)).not.toEqual([])
  })

  it('keeps repositories seen before a list broke off, and says so', async () => {
    const root = temporaryFolder()
    host(root, 'acme/r0.git', files)
    const { reports } = await scan({
      data: estate([repository('r0'), repository('r1')]),
      root,
      pageSize: 1,
      config: { variables: false },
      failure: ({ path, query }) =>
        path.endsWith('/repositories/acme') && query.get('page') === '2' ? refusals.serverError() : null,
    })
    expect(reportOf(reports, 'git:bitbucket.org/acme/r0').coverage.status).toBe('complete')
    expect(reportOf(reports, 'source:bitbucket').coverage).toMatchObject({
      status: 'failed',
      reason: 'unavailable',
    })
  })

  it('is throttled where it asks for more patience than the person has', async () => {
    const { reports } = await scan({
      data: estate([]),
      config: { maxWaitSeconds: 30 },
      failure: ({ path }) => (path.includes('variables') ? refusals.tooMany() : null),
    })
    expect(reportOf(reports, 'bitbucket:acme#variables').coverage).toMatchObject({
      status: 'throttled',
      reason: 'rate-limit',
    })
  })
})
