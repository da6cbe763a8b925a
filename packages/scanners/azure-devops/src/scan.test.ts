import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  commit,
  contentOf,
  git,
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
import { createAzureDevOpsScanner } from './index.ts'
import { estate, head, PROJECT, repository, SECRET, TOKEN } from './testing/estate.ts'
import {
  type AzureDevOpsStandInOptions,
  refusals,
  type StandInData,
  startAzureDevOpsStandIn,
} from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const { waits, clock } = waitingClock()
const scannerAt = (now: number) => createAzureDevOpsScanner({ clock, now: () => now })

const files = { 'package.json': '{"dependencies": {"openai": "1"}}' }
const SOURCE = 'azure-devops:ado.example/acme'

interface Estate extends Partial<AzureDevOpsStandInOptions> {
  data: StandInData
  root?: string
  isOpen?: boolean
}

/** An Azure DevOps to look at, once or again; git is let in with the token alone. */
async function open({ root, isOpen, ...options }: Estate) {
  const authorization = `Basic ${Buffer.from(`:${TOKEN}`).toString('base64')}`
  const provider = await startAzureDevOpsStandIn(options)
  return await openHost({
    scanner: scannerAt(NOW),
    provider,
    root,
    authorization,
    isOpen,
    hostName: 'ado.example',
  })
}

async function scan({ config, ...run }: Estate & { config?: Record<string, unknown> }) {
  const look = await open(run)
  return await look(config)
}

const statuses = (reports: readonly ScanReport[]) =>
  reports.map(({ scope, coverage }) => [scope.key, coverage.status, coverage.reason])

describe('an Azure DevOps organisation', () => {
  it('is read with its code, variables, connections and extensions, each with a coverage of its own', async () => {
    const root = temporaryFolder()
    const shop = host(root, 'acme/Shop/_git/shop', files)
    const data = estate(
      [
        repository('r1', 'shop'),
        repository('r2', 'new', { defaultBranch: undefined }),
        repository('r3', 'off', { isDisabled: true }),
      ],
      { r1: head(shop.head) },
    )
    const { reports } = await scan({ data, root })
    expect(statuses(reports)).toEqual([
      [`${SOURCE}#extensions`, 'complete', undefined],
      [`${SOURCE}/${PROJECT}#pipelines`, 'complete', undefined],
      [`${SOURCE}/${PROJECT}#service-connections`, 'complete', undefined],
      [`${SOURCE}/${PROJECT}#variable-groups`, 'complete', undefined],
      ['git:dev.azure.com/acme/Shop/_git/new', 'complete', undefined],
      ['git:dev.azure.com/acme/Shop/_git/off', 'not-enabled', 'repository-disabled'],
      ['git:dev.azure.com/acme/Shop/_git/shop', 'complete', undefined],
    ])
    expect(new Set(reports.map(({ scope }) => scope.source))).toEqual(new Set([SOURCE]))
    const code = reportOf(reports, 'git:dev.azure.com/acme/Shop/_git/shop')
    expect(code.scope.revision).toBe(shop.head)
    expect(code.findings[0]).toMatchObject({
      supplier: 'openai',
      evidence: [{ location: { url: expect.stringContaining('version=GC') } }],
    })
    const keysOf = (what: string) => reportOf(reports, what).findings.map(({ key }) => key)
    expect(keysOf(`${SOURCE}/${PROJECT}#variable-groups`)).toEqual([
      'credential:group-1:MISTRAL_API_KEY',
      'credential:group-1:OPENAI_API_KEY',
      'credential:group-2:prod-openai-api-key',
    ])
    expect(keysOf(`${SOURCE}/${PROJECT}#pipelines`)).toEqual([
      'credential:pipeline-7:OPENAI_API_KEY',
      'service:anthropic',
    ])
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#service-connections`).findings).toMatchObject([
      { key: 'connection:c1', supplier: 'openai', attributes: { host: 'api.openai.com', type: 'generic' } },
    ])
    expect(
      reportOf(reports, `${SOURCE}#extensions`).findings.map(({ key, supplier, grade }) => [
        key,
        supplier,
        grade,
      ]),
    ).toEqual([
      ['extension:acme.review', 'coderabbit', 'available'],
      ['extension:vois.pr-agent', null, 'deployed'],
    ])
    const text = JSON.stringify(reports)
    for (const secret of [SECRET, TOKEN, Buffer.from(`:${TOKEN}`).toString('base64')])
      expect(text).not.toContain(secret)
    const capabilities = readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    expect(conformanceProblems(scannerAt(NOW), Capabilities.parse(parse(capabilities)), reports)).toEqual([])
  })

  it('is listed over many pages, each thing once, and every branch that begins alike', async () => {
    const projects = Array.from({ length: 5 }, (_, i) => ({ id: `p${i}`, name: `P${i}` }))
    const refs = {
      r1: [...'abc'].map((end) => ({ name: `refs/heads/main-${end}`, objectId: 'f'.repeat(40) })),
    }
    const { reports, requests } = await scan({
      data: estate([repository('r1', 'shop')], refs, { projects }),
      pageSize: 2,
    })
    expect(requests.filter(({ path }) => path === '/acme/_apis/projects')).toHaveLength(3)
    expect(requests.filter(({ path }) => path.endsWith('/refs'))).toHaveLength(2)
    expect(reports.filter(({ scope }) => scope.key.endsWith('#pipelines'))).toHaveLength(5)
    // The default branch that it names has no commit.
    expect(reportOf(reports, 'git:dev.azure.com/acme/Shop/_git/shop').coverage.status).toBe('complete')
  })

  it('takes a token of Microsoft Entra as well', async () => {
    const token = ['eyJ0eXAi', 'eyJhdWQi', 'c2ln'].join('.')
    const { requests, reports } = await scan({ data: { ...estate([]), token } })
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${token}`)
    expect(JSON.stringify(reports)).not.toContain(token)
  })
})

describe('a second look', () => {
  it('at 500 unchanged repositories asks where each stands, fetches nothing, and gives the same digests', async () => {
    const root = temporaryFolder()
    const shop = host(root, 'acme/Shop/_git/r250', files)
    const repositories = Array.from({ length: 500 }, (_, i) => repository(`r${i + 1}`, `r${i + 1}`))
    const config = { cacheFolder: join(root, 'cache') }
    const look = await open({ data: estate(repositories, { r250: head(shop.head) }), root })
    const first = await look(config)
    const idle = await look(config)
    const digests = ({ reports }: typeof first) => reports.map((report) => digest(contentOf(report)))
    expect(digests(idle)).toEqual(digests(first))
    expect(new Set(first.reports.map(({ coverage }) => coverage.status))).toEqual(new Set(['complete']))
    // Projects, repositories, extensions, 500 branches; and three lists of the project.
    expect(first.requests).toHaveLength(503 + 3)
    expect(idle.requests).toHaveLength(503)
    expect(first.git).not.toEqual([])
    expect(idle.git).toEqual([])
    process.stdout.write(
      `azure-devops, 500 repositories: first ${first.requests.length} requests and ${first.git.length} of git, ` +
        `idle ${idle.requests.length} and ${idle.git.length}\n`,
    )
    for (const file of readdirSync(config.cacheFolder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      for (const secret of [TOKEN, SECRET]) expect(text).not.toContain(secret)
    }
  }, 120_000)

  it('reads what somebody pushed', async () => {
    const root = temporaryFolder()
    const shop = host(root, 'acme/Shop/_git/shop', files)
    const data = estate([repository('r1', 'shop')], { r1: head(shop.head) })
    const config = { cacheFolder: join(root, 'cache'), projectSettings: false }
    const look = await open({ data, root })
    await look(config)
    const next = commit(shop.work, { 'requirements.txt': 'anthropic==0.40.0\n' })
    git(shop.work, 'push', '--quiet', 'origin', 'main')
    data.refs.r1 = head(next)
    const { reports } = await look(config)
    const { scope, findings } = reportOf(reports, 'git:dev.azure.com/acme/Shop/_git/shop')
    expect(scope.revision).toBe(next)
    expect(findings.map(({ supplier }) => supplier).sort()).toEqual(['anthropic', 'openai'])
  })
})

describe('what is refused', () => {
  it.each([
    ['a page to sign in', refusals.signInPage],
    ['a redirect to sign in', refusals.signInRedirect],
    ['a 401', refusals.unauthorised],
  ])('is said to be the token where Azure DevOps answers with %s', async (_, reply) => {
    const { reports, requests } = await scan({ data: estate([]), failure: reply })
    expect(statuses(reports)).toEqual([['source:azure-devops', 'denied', 'credentials']])
    expect(reports[0]?.coverage.detail).toContain('does not know the token')
    expect(requests).toHaveLength(1)
  })

  it('is denied with the scope that is missing, in the words of the page where tokens are made', async () => {
    const { reports } = await scan({
      data: estate([repository('r2', 'new', { defaultBranch: undefined })]),
      failure: ({ path }) => {
        // A personal access token without the scope is refused as if it were not known.
        if (path.endsWith('/endpoints')) return refusals.unauthorised()
        return path.endsWith('/variablegroups') || path.endsWith('/installedextensions')
          ? refusals.forbidden()
          : null
      },
    })
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#service-connections`).coverage).toMatchObject({
      status: 'denied',
      reason: 'vso.serviceendpoint',
    })
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#variable-groups`).coverage).toMatchObject({
      status: 'denied',
      reason: 'vso.variablegroups_read',
      detail: expect.stringContaining('Variable Groups (Read)'),
    })
    expect(reportOf(reports, `${SOURCE}#extensions`).coverage.reason).toBe('vso.extension')
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#pipelines`).coverage.status).toBe('complete')
  })

  it('makes the source denied where the list of repositories is, and reads what else there is', async () => {
    const { reports } = await scan({
      data: estate([]),
      failure: ({ path }) => (path === '/acme/_apis/git/repositories' ? refusals.hidden() : null),
    })
    expect(reportOf(reports, 'source:azure-devops').coverage).toMatchObject({
      status: 'denied',
      reason: 'vso.code',
    })
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#pipelines`).findings).not.toEqual([])
  })

  it('makes one repository denied where git is not let in, or its branches are not shown', async () => {
    const root = temporaryFolder()
    const shop = host(root, 'acme/Shop/_git/shop', files)
    const { reports } = await scan({
      data: estate([repository('r1', 'shop'), repository('r2', 'other')], { r1: head(shop.head) }),
      root,
      isOpen: false,
      failure: ({ path }) => (path.includes('/r2/') ? refusals.hidden() : null),
    })
    for (const name of ['shop', 'other'])
      expect(reportOf(reports, `git:dev.azure.com/acme/Shop/_git/${name}`).coverage).toMatchObject({
        status: 'denied',
        reason: 'vso.code',
      })
    expect(JSON.stringify(reports)).not.toContain(TOKEN)
  })
})

describe('an Azure DevOps in trouble', () => {
  it('is waited for as long as it asks, and asked again after errors and cut connections', async () => {
    const { reports } = await scan({
      data: estate([]),
      failure: ({ path }, call) => {
        if (call > 0) return null
        if (path.endsWith('/projects')) return refusals.tooMany({ 'retry-after': '42' })
        if (path.endsWith('/installedextensions'))
          return refusals.tooMany({ 'x-ratelimit-reset': String(NOW / 1000 + 90) })
        if (path.endsWith('/variablegroups')) return refusals.serverError()
        if (path.endsWith('/definitions')) return { cut: 'before-answer' }
        if (path.endsWith('/endpoints')) return { json: { count: 1, value: [] }, cut: 'in-body' }
        return null
      },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#service-connections`).findings).toHaveLength(1)
    expect(waits.filter((ms) => ms >= 40_000 && ms < 50_000)).not.toEqual([])
    expect(waits.filter((ms) => ms >= 90_000)).not.toEqual([])
  })

  it('is given the pause that it asks for with a good answer', async () => {
    const { reports } = await scan({
      data: estate([]),
      failure: ({ path }) =>
        path.endsWith('/projects')
          ? { headers: { 'retry-after': '17', 'x-ratelimit-delay': '0.3' }, json: { value: [] } }
          : null,
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(waits).toContain(17_000)
  })

  it('is throttled where it asks for more patience than the person has, and failed where it never answers', async () => {
    const { reports } = await scan({
      data: estate([]),
      config: { maxWaitSeconds: 60 },
      failure: ({ path }) => {
        if (path.endsWith('/variablegroups')) return refusals.tooMany({ 'retry-after': '3600' })
        return path.endsWith('/definitions') ? refusals.serverError() : null
      },
    })
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#variable-groups`).coverage.status).toBe('throttled')
    expect(reportOf(reports, `${SOURCE}/${PROJECT}#pipelines`).coverage).toMatchObject({
      status: 'failed',
      reason: 'unavailable',
    })
  })
})
