import { describe, expect, it } from 'vitest'
import { of, scan, shown } from './testing/acme.ts'
import { organisation, repository } from './testing/organisation.ts'
import { refusals } from './testing/stand-in.ts'

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
