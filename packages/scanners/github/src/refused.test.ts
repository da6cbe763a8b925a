import { temporaryFolder } from '@ai-census/repositories/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { acme, NOW, of, scan, waits } from './testing/acme.ts'
import { TOKEN } from './testing/organisation.ts'
import { refusals } from './testing/stand-in.ts'

afterEach(() => {
  waits.length = 0
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
    const { reports } = await scan({ root, data, refusesGit: true })
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
