import { readdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { host, portOf, serveRepositories, temporaryFolder } from '@ai-census/repositories/testing'
import { Capabilities, collectReports, conformanceProblems } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createGitHubScanner } from './index.ts'
import { organisation, repository, TOKEN } from './testing/organisation.ts'
import { type GitHubStandInOptions, refusals, startGitHubStandIn } from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const waits: number[] = []
const clock = {
  now: () => 0,
  sleep: async (ms: number) => {
    waits.push(ms)
  },
}
const scanner = createGitHubScanner({ clock, retryMs: 1, now: () => NOW })

let server: Server | undefined
afterEach(() => {
  server?.close()
  server = undefined
  waits.length = 0
})

const files = {
  'package.json': '{"dependencies": {"openai": "1"}}',
  'README.md': '# Shop\n\nSells shelves.\n',
}

interface Run extends Partial<GitHubStandInOptions> {
  config?: Record<string, unknown>
  root?: string
}

/** Acme with one real repository, served as GitHub does; git is let in with the token alone. */
async function scan({ config = {}, root = temporaryFolder(), data, ...options }: Run = {}) {
  const given = data ?? acme(root)
  const asked: string[] = []
  server = await serveRepositories(root, (header, path) => {
    asked.push(path)
    return header === `Basic ${Buffer.from(`x-access-token:${given.token}`).toString('base64')}`
  })
  await using provider = await startGitHubStandIn({ data: given, ...options })
  const gitUrl = `http://127.0.0.1:${portOf(server)}`
  const reports = await collectReports(scanner, { ...provider.config, gitUrl, ...config })
  server.close()
  return { reports, git: asked, requests: provider.requests.map(({ path }) => path) }
}

function acme(root: string) {
  const { head } = host(root, 'acme/shop.git', files)
  return organisation(
    [
      repository(1, 'shop', { description: 'Sells shelves', topics: ['team-care', 'node'] }),
      repository(2, 'new'),
    ],
    { R_1: head, R_2: null },
  )
}

const of = (reports: readonly ScanReport[], key: string) => {
  const found = reports.find(({ scope }) => scope.key === key)
  if (!found) throw new Error(`no report of ${key}, but ${reports.map(({ scope }) => scope.key).join(', ')}`)
  return found
}
const shown = ({ findings }: ScanReport) => findings.map(({ key, supplier, grade }) => [key, supplier, grade])

describe('a GitHub organisation', () => {
  it('is read with its repositories, Copilot, apps and names of secrets, each with a coverage of its own', async () => {
    const { reports } = await scan()
    expect(reports.map(({ scope, coverage }) => [scope.key, coverage.status, scope.source])).toEqual(
      [
        'git:github.com/acme/new',
        'git:github.com/acme/new#actions',
        'git:github.com/acme/new#dependabot',
        'git:github.com/acme/shop',
        'git:github.com/acme/shop#actions',
        // The agent may work in this repository alone.
        'git:github.com/acme/shop#agents',
        'git:github.com/acme/shop#dependabot',
        'github:acme/agent-secrets',
        'github:acme/agent-variables',
        'github:acme/ai-bill',
        'github:acme/apps',
        'github:acme/codespaces-secrets',
        'github:acme/coding-agent',
        'github:acme/content-exclusion',
        'github:acme/copilot',
        'github:acme/copilot-spaces',
        'github:acme/dependabot-secrets',
        'github:acme/secrets',
        'github:acme/variables',
      ].map((key) => [key, 'complete', 'github:acme']),
    )
    expect(of(reports, 'github:acme/copilot').findings).toMatchObject([
      {
        key: 'assistant:github-copilot',
        supplier: 'github-copilot',
        grade: 'used',
        attributes: { seats: 12 },
      },
    ])
    expect(shown(of(reports, 'github:acme/coding-agent'))).toEqual([
      ['agent:copilot-coding-agent', 'github-copilot', 'configured'],
    ])
    expect(shown(of(reports, 'github:acme/apps'))).toEqual([['app:coderabbitai', 'coderabbit', 'deployed']])
    expect(shown(of(reports, 'github:acme/secrets'))).toEqual([
      ['credential:OPENAI_API_KEY', 'openai', 'configured'],
    ])
    expect(shown(of(reports, 'github:acme/variables'))).toEqual([
      ['service:anthropic', 'anthropic', 'configured'],
    ])
    expect(
      of(reports, 'git:github.com/acme/shop#actions').findings.map(({ key, context }) => [key, context]),
    ).toEqual([
      ['credential:PROD_MISTRAL_API_KEY', 'ci'],
      ['credential:production:ANTHROPIC_API_KEY', 'production'],
    ])
  })

  it('gives of a repository what its files show, its commit, and what people wrote about it', async () => {
    const root = temporaryFolder()
    const data = acme(root)
    const { reports } = await scan({ root, data })
    const shop = of(reports, 'git:github.com/acme/shop')
    expect(shop.scope).toMatchObject({ revision: data.heads.R_1, url: 'https://github.com/acme/shop' })
    expect(shop.findings.map(({ supplier }) => supplier)).toEqual(['openai'])
    expect(shop.findings[0]?.evidence[0]?.location).toMatchObject({
      url: expect.stringContaining('https://github.com/acme/shop/blob/'),
    })
    expect(shop.scope.claims).toEqual(
      expect.arrayContaining([
        { field: 'purpose', value: 'Sells shelves', source: 'provider' },
        { field: 'technical-owner', value: 'care', source: 'tag' },
      ]),
    )
  })

  it('shows no value of a variable, no holder of a seat, and its token nowhere', async () => {
    const { reports } = await scan()
    const text = JSON.stringify(reports)
    for (const secret of [
      'nobody-may-see',
      'grace',
      TOKEN,
      Buffer.from(`x-access-token:${TOKEN}`).toString('base64'),
    ])
      expect(text).not.toContain(secret)
  })

  it('leaves archived repositories and forks out unless asked for them', async () => {
    const data = organisation(
      [repository(1, 'old', { archived: true }), repository(2, 'copy', { fork: true })],
      {
        R_1: null,
        R_2: null,
      },
    )
    const keys = async (config: Record<string, unknown>) =>
      (await scan({ data, config })).reports
        .map(({ scope }) => scope.key)
        .filter((key) => key.startsWith('git:') && !key.includes('#'))
    expect(await keys({})).toEqual([])
    expect(await keys({ archived: true, forks: 'true' })).toEqual([
      'git:github.com/acme/copy',
      'git:github.com/acme/old',
    ])
  })

  it('claims in capabilities.yaml what the scanner claims, and shows nothing beyond it', async () => {
    const text = readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    const { reports } = await scan()
    expect(conformanceProblems(scanner, Capabilities.parse(parse(text)), reports)).toEqual([])
  })
})

describe('beside Copilot’s seats', () => {
  it('the bill names the models that were paid for, and shows GitHub Models, which has no resource', async () => {
    const { reports } = await scan()
    const bill = of(reports, 'github:acme/ai-bill')
    expect(shown(bill)).toEqual([
      ['model:github-copilot:claude-sonnet-4.5', 'github-copilot', 'used'],
      ['model:github-copilot:gpt-5.2', 'github-copilot', 'used'],
      ['service:models', 'github-models', 'used'],
      ['usage:copilot', 'github-copilot', 'used'],
    ])
    expect(bill.findings.map(({ model, attributes }) => [model?.publisher, attributes.lastUsedIn])).toEqual([
      ['anthropic', '2026-11'],
      ['openai', '2026-10'],
      [undefined, '2026-11'],
      [undefined, '2026-11'],
    ])
  })

  it('spaces are knowledge bases with somebody to ask, and what may not be read is a guardrail', async () => {
    const { reports } = await scan()
    expect(of(reports, 'github:acme/copilot-spaces').findings).toMatchObject([
      {
        kind: 'knowledge-base',
        name: 'Payments (Copilot Space)',
        attributes: { resourceTypes: ['free_text: 1', 'repository: 1'] },
        claims: [{ field: 'technical-owner', value: 'ada' }],
      },
    ])
    expect(of(reports, 'github:acme/content-exclusion').findings).toMatchObject([
      { kind: 'guardrail', attributes: { repositories: ['*', 'acme/shop'], rules: 2 } },
    ])
  })

  it('each store of secrets shows its names, and Codespaces of a repository only on demand', async () => {
    const { reports } = await scan({ config: { codespacesSecrets: true } })
    const names = (key: string) => of(reports, key).findings.map(({ name, supplier }) => [name, supplier])
    expect(names('github:acme/dependabot-secrets')).toEqual([['COHERE_API_KEY', 'cohere']])
    expect(names('github:acme/codespaces-secrets')).toEqual([['GROQ_API_KEY', 'groq']])
    expect(names('github:acme/agent-secrets')).toEqual([['COPILOT_MCP_ANTHROPIC_API_KEY', 'anthropic']])
    expect(names('git:github.com/acme/shop#dependabot')).toEqual([['DEEPSEEK_API_KEY', 'deepseek']])
    expect(names('git:github.com/acme/shop#codespaces')).toEqual([['XAI_API_KEY', 'xai']])
  })

  it('what agents may call in a repository is found where agents may work, and that they did', async () => {
    const { reports } = await scan()
    const agents = of(reports, 'git:github.com/acme/shop#agents')
    expect(shown(agents)).toEqual([
      ['credential:COPILOT_MCP_TAVILY_API_KEY', 'tavily', 'configured'],
      ['guardrail:copilot-agent-firewall', 'github-copilot', 'configured'],
      ['mcp-server:sentry', null, 'configured'],
      ['usage:copilot-agent-tasks', 'github-copilot', 'used'],
    ])
    expect(agents.findings.find(({ kind }) => kind === 'usage')?.attributes).toEqual({
      tasks: 1,
      lastUsedOn: '2026-11-21',
      customAgents: ['release-notes'],
    })
    expect(agents.findings.find(({ kind }) => kind === 'mcp-server')?.evidence[0]?.location).toMatchObject({
      api: 'github',
      resource: 'acme/shop',
    })
  })

  it('where agents may work is not said, so that nothing is said of agents in repositories', async () => {
    const { reports } = await scan({
      failure: ({ path }) => (path.includes('/coding-agent/') ? refusals.forbidden('x=read') : null),
    })
    expect(of(reports, 'github:acme/coding-agent').coverage.status).toBe('denied')
    expect(reports.filter(({ scope }) => scope.key.endsWith('#agents'))).toEqual([])
  })

  it('a property of a repository that names its system or owner is a claim', async () => {
    const properties = { 'AI-System': 'Checkout', business_owner: 'ada', risk_level: 'high', tier: '1' }
    const data = organisation([repository(1, 'pay', { custom_properties: properties })], { R_1: null })
    const { reports } = await scan({ data })
    expect(of(reports, 'git:github.com/acme/pay').scope.claims).toEqual([
      { field: 'system', value: 'Checkout', source: 'tag' },
      { field: 'business-owner', value: 'ada', source: 'tag' },
      { field: 'risk-level', value: 'high', source: 'tag' },
    ])
  })
})

describe('a second look', () => {
  it('at an unchanged organisation fetches no content and gives the same', async () => {
    const root = temporaryFolder()
    const data = acme(root)
    const config = { cacheFolder: join(root, 'cache') }
    const first = await scan({ root, data, config })
    const second = await scan({ root, data, config })
    expect(first.git).not.toEqual([])
    expect(second.git).toEqual([])
    const core = ({ scope, coverage, findings, unknowns }: ScanReport) => ({
      scope,
      coverage,
      findings,
      unknowns,
    })
    expect(second.reports.map(core)).toEqual(first.reports.map(core))
    expect(second.requests.filter((path) => path.startsWith('/repos/') || path === '/graphql')).toEqual([])
  })

  it('reads a repository anew that somebody pushed to, and no other', async () => {
    const root = temporaryFolder()
    const data = acme(root)
    const config = { cacheFolder: join(root, 'cache') }
    await scan({ root, data, config })
    const [shop, other] = data.repositories
    const { head } = host(temporaryFolder(), 'acme/shop.git', files)
    const pushed = {
      ...data,
      repositories: [{ ...shop!, pushed_at: '2026-11-26T00:00:00Z' }, other!],
      heads: { R_1: head, R_2: null },
    }
    const { git, requests } = await scan({ root, data: pushed, config })
    expect(git.length).toBeLessThanOrEqual(4)
    expect(requests.filter((path) => path.startsWith('/repos/acme/new'))).toEqual([])
    expect(requests.filter((path) => path === '/graphql')).toHaveLength(1)
  })

  it('keeps no secret on the disk', async () => {
    const root = temporaryFolder()
    const cacheFolder = join(root, 'cache')
    await scan({ root, config: { cacheFolder } })
    for (const file of readdirSync(cacheFolder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      expect(text).not.toContain(TOKEN)
      expect(text).not.toContain('a-value-nobody-may-see')
    }
  })
})

describe('what is refused', () => {
  it('is denied with the permission that GitHub names, and never none', async () => {
    const { reports } = await scan({
      failure: ({ path }) =>
        path.endsWith('/actions/secrets') ? refusals.forbidden('organization_secrets=read') : null,
    })
    expect(of(reports, 'github:acme/secrets').coverage).toMatchObject({
      status: 'denied',
      reason: 'organization_secrets:read',
      detail: expect.stringContaining('admin:org'),
    })
    expect(of(reports, 'github:acme/variables').coverage.status).toBe('complete')
    expect(of(reports, 'git:github.com/acme/shop#actions').coverage.status).toBe('partial')
    expect(of(reports, 'git:github.com/acme/shop').coverage.status).toBe('complete')
  })

  it('is denied too where GitHub hides it behind a 404', async () => {
    const root = temporaryFolder()
    const data = { ...acme(root), billing: null, seats: null, codingAgent: null, installations: null }
    const { reports } = await scan({ root, data })
    const statusOf = (what: string) => of(reports, `github:acme/${what}`).coverage
    expect(statusOf('copilot')).toMatchObject({
      status: 'denied',
      reason: 'organization_copilot_seat_management:read',
    })
    expect(statusOf('coding-agent').reason).toBe('organization_copilot_agent_settings:read')
    expect(statusOf('apps').reason).toBe('organization_administration:read')
  })

  it('says when single sign-on keeps the token out', async () => {
    const { reports } = await scan({ failure: () => refusals.singleSignOn() })
    expect(reports.map(({ scope, coverage }) => [scope.key, coverage.status, coverage.reason])).toEqual([
      ['source:github', 'denied', 'sso-authorization'],
    ])
  })

  it('makes the source denied for a token that GitHub does not know', async () => {
    const { reports } = await scan({ config: { token: 'other' } })
    expect(reports.map(({ coverage }) => [coverage.status, coverage.reason])).toEqual([
      ['denied', 'credentials'],
    ])
  })

  it('makes one repository denied where git is not let in, and names the permission', async () => {
    const root = temporaryFolder()
    const data = acme(root)
    server = await serveRepositories(root, () => false)
    await using provider = await startGitHubStandIn({ data })
    const gitUrl = `http://127.0.0.1:${portOf(server)}`
    const reports = await collectReports(scanner, { ...provider.config, gitUrl })
    const { coverage } = of(reports, 'git:github.com/acme/shop')
    expect(coverage).toMatchObject({ status: 'denied', reason: 'contents:read' })
    expect(JSON.stringify(reports)).not.toContain(TOKEN)
  })

  it('says that there are repositories which the token may not see', async () => {
    const root = temporaryFolder()
    const data = {
      ...acme(root),
      organisation: { id: 7, login: 'acme', public_repos: 3, total_private_repos: 5 },
    }
    const { reports } = await scan({ root, data })
    expect(of(reports, 'source:github').coverage).toMatchObject({
      status: 'partial',
      reason: 'hidden-repositories',
      detail: 'acme has 8 repositories, and the credentials may see 2 of them.',
    })
  })
})

describe('a GitHub in trouble', () => {
  it('is waited for as long as it asks: primary and secondary limit, and 429', async () => {
    const { reports } = await scan({
      failure: ({ path }, call) => {
        if (path === '/orgs/acme' && call === 0) return refusals.primaryLimit(NOW / 1000 + 90)
        if (path.endsWith('/copilot/billing') && call === 0) return refusals.secondaryLimit(42)
        if (path.endsWith('/installations') && call === 0) return refusals.tooMany(7)
        return null
      },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect([...waits].sort((a, b) => a - b)).toEqual([7000, 42_000, 91_000])
  })

  it('is throttled where it asks for more patience than the person has', async () => {
    const { reports } = await scan({
      config: { maxWaitSeconds: 60 },
      failure: ({ path }) => (path === '/orgs/acme/installations' ? refusals.tooMany(3600) : null),
    })
    expect(of(reports, 'github:acme/apps').coverage).toMatchObject({
      status: 'throttled',
      reason: 'rate-limit',
    })
    expect(waits).toEqual([])
  })

  it('is asked again after a server’s error, a cut connection and a cut answer', async () => {
    const { reports } = await scan({
      failure: ({ path }, call) => {
        if (call > 0) return null
        if (path === '/orgs/acme/repos') return refusals.serverError()
        if (path === '/orgs/acme/installations') return { cut: 'before-answer' }
        if (path === '/orgs/acme/actions/secrets') return { json: { secrets: [] }, cut: 'in-body' }
        return null
      },
    })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(of(reports, 'github:acme/secrets').findings).toHaveLength(1)
  })

  it('is failed where it never answers, and what else was seen stays', async () => {
    const { reports } = await scan({
      failure: ({ path }) => (path === '/orgs/acme/installations' ? refusals.serverError() : null),
    })
    expect(of(reports, 'github:acme/apps').coverage).toMatchObject({
      status: 'failed',
      reason: 'unavailable',
    })
    expect(of(reports, 'git:github.com/acme/shop').findings).toHaveLength(1)
  })

  it('keeps repositories seen before a list broke off, and says so', async () => {
    const { reports } = await scan({
      pageSize: 1,
      failure: ({ path, query }) =>
        path === '/orgs/acme/repos' && query.get('page') === '2' ? refusals.serverError() : null,
    })
    expect(of(reports, 'git:github.com/acme/new').coverage.status).toBe('complete')
    expect(of(reports, 'git:github.com/acme/new#actions').coverage.status).toBe('complete')
    expect(of(reports, 'source:github').coverage).toMatchObject({ status: 'failed', reason: 'unavailable' })
  })

  it('asks git where GraphQL does not say where a branch stands', async () => {
    const root = temporaryFolder()
    const data = { ...acme(root), heads: { R_2: null } }
    const { reports } = await scan({
      root,
      data,
      failure: ({ path }) => (path === '/graphql' ? refusals.hidden() : null),
    })
    expect(of(reports, 'git:github.com/acme/shop').findings).toHaveLength(1)
  })
})
