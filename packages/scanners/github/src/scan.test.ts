import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { host, temporaryFolder } from '@ai-census/repositories/testing'
import { Capabilities, conformanceProblems } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { acme, files, of, scan, scanner, shown } from './testing/acme.ts'
import { organisation, repository, TOKEN } from './testing/organisation.ts'

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
