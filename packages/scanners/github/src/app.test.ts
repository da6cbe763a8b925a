import { generateKeyPairSync } from 'node:crypto'
import { collectReports, type Reply } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { createGitHubScanner, GitHubConfig } from './index.ts'
import { organisation, repository, TOKEN } from './testing/organisation.ts'
import { startGitHubStandIn } from './testing/stand-in.ts'

const clock = { now: () => 0, sleep: async () => undefined }
const scanner = createGitHubScanner({ clock, retryMs: 1, now: Date.now })
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const appPrivateKey = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

const acme = (selection: 'all' | 'selected') => ({
  ...organisation([repository(1, 'new')], { R_1: null }),
  installation: { id: 99, app_id: 5, app_slug: 'census', repository_selection: selection },
})

describe('a GitHub App', () => {
  it('looks with a token of its installation in the organisation', async () => {
    await using provider = await startGitHubStandIn({ data: acme('all') })
    const { token: _, ...config } = provider.config
    const reports = await collectReports(scanner, { ...config, appId: 5, appPrivateKey })
    expect(reports.map(({ coverage }) => coverage.status)).toEqual(reports.map(() => 'complete'))
    expect(reports).toHaveLength(15)
    const asked = provider.requests.map(({ path }) => path)
    expect(asked.filter((path) => path === '/app/installations/99/access_tokens')).toHaveLength(1)
    expect(JSON.stringify(reports)).not.toContain(TOKEN)
  })

  it('that is installed for some repositories alone says that it does not see the others', async () => {
    await using provider = await startGitHubStandIn({ data: acme('selected') })
    const { token: _, ...config } = provider.config
    const reports = await collectReports(scanner, { ...config, appId: 5, appPrivateKey })
    const source = reports.find(({ scope }) => scope.key === 'source:github')
    expect(source?.coverage).toMatchObject({ status: 'partial', reason: 'repository-selection' })
  })

  it('that is not installed in the organisation is denied', async () => {
    const { installation: _, ...data } = acme('all')
    await using provider = await startGitHubStandIn({ data })
    const { token: __, ...config } = provider.config
    const reports = await collectReports(scanner, { ...config, appId: 5, appPrivateKey })
    expect(reports.map(({ coverage }) => [coverage.status, coverage.reason])).toEqual([
      ['denied', 'installation'],
    ])
  })
})

describe('a GitHub Enterprise Server', () => {
  it('is a source of its own, and has no Copilot to look at', async () => {
    const data = organisation([repository(1, 'new', { html_url: 'https://git.corp.example/acme/new' })], {
      R_1: null,
    })
    await using provider = await startGitHubStandIn({ data, prefix: '/api/v3' })
    const { host } = new URL(provider.url)
    const reports = await collectReports(scanner, provider.config)
    const statuses = Object.fromEntries(reports.map(({ scope, coverage }) => [scope.key, coverage.status]))
    expect(statuses).toEqual({
      'git:git.corp.example/acme/new': 'complete',
      'git:git.corp.example/acme/new#actions': 'complete',
      'git:git.corp.example/acme/new#dependabot': 'complete',
      [`github:${host}/acme/apps`]: 'complete',
      [`github:${host}/acme/dependabot-secrets`]: 'complete',
      [`github:${host}/acme/secrets`]: 'complete',
      ...Object.fromEntries(
        [
          'agent-secrets',
          'agent-variables',
          'ai-bill',
          'codespaces-secrets',
          'coding-agent',
          'content-exclusion',
          'copilot',
          'copilot-spaces',
        ].map((what) => [`github:${host}/acme/${what}`, 'unsupported']),
      ),
      [`github:${host}/acme/variables`]: 'complete',
    })
  })
})

describe('a list that leads to another host', () => {
  it('is not followed, and the token stays here', async () => {
    await using provider = await startGitHubStandIn({
      data: acme('all'),
      failure: ({ path }): Reply | null => {
        if (path === '/orgs/acme/actions/secrets')
          return { json: { secrets: [] }, headers: { link: '<https://evil.example/next>; rel="next"' } }
        if (path === '/orgs/acme/installations')
          return { status: 302, headers: { location: 'https://127.0.0.1:1/' } }
        return null
      },
    })
    const reports = await collectReports(scanner, provider.config)
    const reasonOf = (what: string) =>
      reports.find(({ scope }) => scope.key === `github:acme/${what}`)?.coverage
    expect(reasonOf('secrets')).toMatchObject({ status: 'failed', reason: 'foreign-link' })
    expect(reasonOf('apps')).toMatchObject({ status: 'failed' })
  })
})

describe('the settings', () => {
  const issues = (config: unknown) =>
    GitHubConfig.safeParse(config).error?.issues.map(({ message }) => message)

  it('are organisations and one way of access, and may come from the environment as text', () => {
    const config = { organizations: 'acme, acme-labs', token: ' t\n', archived: 'true', settingsDays: '3' }
    expect(GitHubConfig.parse(config)).toMatchObject({
      organizations: ['acme', 'acme-labs'],
      token: 't',
      apiUrl: 'https://api.github.com',
      archived: true,
      settingsDays: 3,
    })
    expect(issues({ organizations: 'acme' })).toEqual([expect.stringContaining('GITHUB_TOKEN')])
    expect(issues({ organizations: 'acme', token: 't', appId: 1, appPrivateKey })).toHaveLength(1)
  })

  it('never repeat a secret, and send none over plain http unless told so', () => {
    expect(JSON.stringify(issues({ organizations: 'a', token: 'ghp_\nsecret' }))).not.toContain('secret')
    const plain = { organizations: 'acme', token: 't', apiUrl: 'http://gateway.internal' }
    expect(issues(plain)).toEqual(['must be https, unless allowInsecure is set'])
    expect(issues({ ...plain, allowInsecure: true })).toBeUndefined()
  })

  it('describe each setting and name its environment variable', () => {
    for (const [name, field] of Object.entries(GitHubConfig.shape))
      expect([name, field.meta()?.description, field.meta()?.env]).toEqual([
        name,
        expect.stringMatching(/\w+ \w+/),
        expect.stringMatching(/^[A-Z_]+$/),
      ])
    for (const name of ['token', 'appPrivateKey'] as const)
      expect(GitHubConfig.shape[name].meta()).toMatchObject({ secret: true })
  })
})
