import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, day, finding, type Look, scanOf, scanWith, send } from '../testing/requests.ts'

const OWNED: Look = {
  scope: 'git:github.com/acme/owned',
  findings: [
    finding('chat', {
      supplier: 'azure-openai',
      model: { id: 'gpt-4o', publisher: 'openai' },
      grade: 'used',
      identifiers: [{ type: 'host', value: 'acme.openai.azure.com' }],
      relations: [{ type: 'calls', to: { type: 'host', value: 'other.openai.azure.com' } }],
    }),
    finding('deployment', {
      kind: 'endpoint',
      supplier: 'azure-openai',
      grade: 'deployed',
      identifiers: [{ type: 'host', value: 'other.openai.azure.com' }],
    }),
  ],
}
const PLAIN: Look = {
  scope: 'git:github.com/acme/plain',
  findings: [finding('lib', { grade: 'declared' })],
  status: 'partial',
}

withDatabases('lists', (database) => {
  let collector: TestCollector
  const ids: Record<string, string> = {}
  beforeEach(async () => {
    collector = testCollector(database())
    await scanWith(collector, OWNED, PLAIN)
    for (const { id, name } of await rows('/api/v1/systems')) ids[name] = id
  })
  afterEach(() => collector.stop())

  const get = async (path: string) => bodyOf(await send(collector, 'GET', path))
  const rows = async (path: string) => (await get(path)).rows
  const count = async (path: string): Promise<number> => {
    const page = await get(path)
    expect(page.total, path).toBe(page.rows.length)
    return page.total
  }
  const decide = (...bodies: NewDecision['body'][]) =>
    clientOf(collector).POST('/api/v1/decisions/batch', {
      params: { query: {} },
      body: { decisions: bodies.map((body) => ({ body })) },
    })

  it('of systems are narrowed by owner, risk, assignee, model and life', async () => {
    const system = ids.owned ?? ''
    const fields = { businessOwner: 'Ada', technicalOwner: 'Grace', riskLevel: 'high' }
    await decide({ type: 'set-fields', system, fields }, { type: 'assign', system, assignee: 'ada@acme' })
    const names = async (query: string) =>
      (await rows(`/api/v1/systems?sort=name&${query}`)).map(({ name }: { name: string }) => name)
    const now = collector.clock.now().toISOString()
    for (const asOf of ['', `&asOf=${now}`]) {
      expect(await names(`owner=ADA${asOf}`)).toEqual(['owned'])
      expect(await names(`technicalOwner=grace${asOf}`)).toEqual(['owned'])
      expect(await names(`businessOwner=grace${asOf}`)).toEqual([])
      expect(await names(`owner=none${asOf}`)).toEqual(['plain'])
      expect(await names(`risk=high,medium${asOf}`)).toEqual(['owned'])
      expect(await names(`risk=none${asOf}`)).toEqual(['plain'])
      expect(await names(`assignee=ada@acme${asOf}`)).toEqual(['owned'])
      expect(await names(`assignee=none${asOf}`)).toEqual(['plain'])
      expect(await names(`model=gpt-4o${asOf}`)).toEqual(['owned'])
      expect(await names(`live=false${asOf}`)).toEqual([])
      expect(await names(`live=true${asOf}`)).toEqual(['owned', 'plain'])
      expect(await names(`firstSeenAfter=${day(1)}${asOf}`)).toEqual([])
      expect(await names(`firstSeenBefore=${day(1)}${asOf}`)).toEqual(['owned', 'plain'])
      for (const sort of ['risk', '-risk']) {
        const sorted = await rows(`/api/v1/systems?sort=${sort}${asOf}`)
        expect(sorted.map(({ name }: { name: string }) => name)).toEqual(['owned', 'plain'])
      }
    }
  })

  it('of systems are narrowed by what people answered, and by source', async () => {
    const system = ids.owned ?? ''
    const fields = { userImpact: 'customer-facing', lifecycle: 'planned', nextReview: '2027-01-31' }
    await decide({ type: 'set-fields', system, fields })
    const names = async (query: string) =>
      (await rows(`/api/v1/systems?sort=name&${query}`)).map(({ name }: { name: string }) => name)
    const now = collector.clock.now().toISOString()
    for (const asOf of ['', `&asOf=${now}`]) {
      expect(await names(`userImpact=customer-facing${asOf}`)).toEqual(['owned'])
      expect(await names(`userImpact=none,internal${asOf}`)).toEqual(['plain'])
      expect(await names(`lifecycle=planned,retired${asOf}`)).toEqual(['owned'])
      expect(await names(`lifecycle=none${asOf}`)).toEqual(['plain'])
      expect(await names(`reviewBefore=2027-02-01${asOf}`)).toEqual(['owned'])
      expect(await names(`reviewBefore=2027-01-31${asOf}`)).toEqual([])
    }
    const { source } = (await rows('/api/v1/scans'))[0]
    expect(await names(`source=${encodeURIComponent(source)}`)).toEqual(['owned', 'plain'])
    expect(await names('source=elsewhere')).toEqual([])
    const past = await send(collector, 'GET', `/api/v1/systems?source=x&asOf=${now}`)
    expect(past.status).toBe(400)
  })

  it('of systems are narrowed by a source of very many places, and by one of hardly any', async () => {
    const looks = Array.from({ length: 110 }, (_, n): Look => {
      const name = `place-${String(n).padStart(3, '0')}`
      return { scope: `git:github.com/acme/${name}`, findings: [finding(name)] }
    })
    await scanOf(collector, 'github:acme', ...looks)
    const paged = async (source: string) => {
      const first = await get(`/api/v1/systems?sort=name&limit=60&source=${source}`)
      const second = first.next
        ? await rows(`/api/v1/systems?sort=name&limit=60&source=${source}&cursor=${first.next}`)
        : []
      return { names: [...first.rows, ...second].map(({ name }) => name), total: first.total }
    }
    const places = looks.map(({ findings: [one] = [] }) => one?.name)
    expect(await paged('github:acme')).toEqual({ names: places, total: 110 })
    expect(await paged('code:local')).toEqual({ names: ['owned', 'plain'], total: 2 })
  })

  it('of a supplier’s systems tell how many there are in each state, with and without what was snoozed', async () => {
    // OpenAI serves one of them, and made the model of the other.
    await decide({ type: 'snooze', system: ids.plain ?? '', until: '2027-01-01' })
    expect(await count('/api/v1/systems?supplier=openai')).toBe(2)
    expect(await count('/api/v1/systems?supplier=openai&state=unregistered')).toBe(2)
    expect(await count('/api/v1/systems?supplier=openai&state=unregistered&live=false')).toBe(0)
    expect(await count('/api/v1/triage?supplier=openai')).toBe(1)
    expect(await count('/api/v1/triage?supplier=azure-openai')).toBe(1)
    await decide({ type: 'dismiss', system: ids.owned ?? '', reason: 'A demonstration' })
    expect(await count('/api/v1/triage?supplier=openai')).toBe(0)
    expect(await count('/api/v1/systems?supplier=openai&state=dismissed,registered')).toBe(1)
    expect(await count('/api/v1/systems?supplier=openai&live=true')).toBe(2)
  })

  it('of what waits leave out who was snoozed, until the day or until worse comes', async () => {
    await decide({ type: 'snooze', system: ids.plain ?? '', until: '2027-01-01' })
    expect(await count('/api/v1/triage')).toBe(1)
    expect(await count('/api/v1/triage?snoozed=true')).toBe(1)
    await scanWith(collector, {
      ...PLAIN,
      findings: [...(PLAIN.findings ?? []), finding('x', { grade: 'used' })],
      at: day(1),
    })
    expect(await count('/api/v1/triage')).toBe(2)
    collector.clock.pass(2 * 24 * 3_600_000)
    await decide({ type: 'snooze', system: ids.plain ?? '', until: '2026-11-30' })
    expect(await count('/api/v1/triage')).toBe(1)
    collector.clock.pass(7 * 24 * 3_600_000)
    expect(await count('/api/v1/triage')).toBe(2)
  })

  it.each([
    ['components?grade=deployed,used', 2],
    ['components?context=production', 3],
    ['components?context=test', 0],
    ['components?scope=git:github.com/acme/plain', 1],
    ['components?hasIdentifier=false', 1],
    ['components?identifier=acme.openai.azure.com', 1],
    ['suppliers?review=unreviewed', 2],
    ['suppliers?used=false', 0],
    ['suppliers?country=DE', 0],
    ['suppliers?reviewDueBefore=2030-01-01', 0],
    ['models?host=azure-openai&publisher=openai', 1],
    ['models?retiringBefore=2030-01-01', 0],
    ['models?system=sys_none', 0],
    ['flags?subjectType=scope', 1],
    ['flags?subjectType=scope&subject=git:github.com/acme/plain', 1],
    ['flags?subject=nothing', 0],
    ['history?subjectType=component&event=appeared', 3],
    ['history?subjectType=component&event=gone,missing', 0],
    ['history?to=2026-01-01T00:00:00Z', 0],
    ['scans?scanner=code&source=code:local&status=complete', 1],
    ['scans?status=running,failed', 0],
    ['scans?from=2027-01-01T00:00:00Z', 0],
    ['coverage?status=partial', 1],
    ['coverage?status=partial,complete&source=code:local', 2],
    ['coverage?hasUnknowns=true', 0],
    ['coverage?held=false', 2],
    ['proposals?system=sys_none', 0],
  ])('answer %s with %i', async (path, expected) => {
    expect(await count(`/api/v1/${path}`)).toBe(expected)
  })

  it.each([
    ['components', ['name', '-name', 'lastSeenAt', '-lastSeenAt', 'firstSeenAt', '-firstSeenAt']],
    ['suppliers', ['name', '-name', 'systemCount', '-systemCount', 'nextReview', '-nextReview']],
    ['flags', ['id', '-id', 'subject', '-subject']],
    ['history', ['at', '-at']],
    ['coverage', ['scope', '-scope', 'lookedAt', '-lookedAt', 'unknowns', '-unknowns']],
    ['models', ['id', '-id', 'componentCount', '-componentCount', 'retiresOn']],
  ])('of %s come page by page, each row once, in every order', async (list, sorts) => {
    const total = (await get(`/api/v1/${list}`)).total
    for (const sort of sorts) {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await get(`/api/v1/${list}?limit=1&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
        seen.push(...page.rows.map((row: unknown) => JSON.stringify(row)))
        cursor = page.next
      }
      expect([new Set(seen).size, seen.length], sort).toEqual([total, total])
    }
  })

  it('of decisions are narrowed by type, author, system and time', async () => {
    const system = ids.owned ?? ''
    await decide(
      { type: 'assign', system, assignee: 'ada' },
      { type: 'dismiss', system: ids.plain ?? '', reason: 'a test' },
    )
    expect(await count('/api/v1/decisions?type=assign,rate')).toBe(1)
    expect(await count('/api/v1/decisions?author=operator')).toBe(2)
    expect(await count('/api/v1/decisions?author=nobody')).toBe(0)
    expect(await count(`/api/v1/decisions?system=${system}`)).toBe(1)
    expect(await count(`/api/v1/systems/${system}/decisions`)).toBe(1)
    expect(await count('/api/v1/decisions?to=2026-01-01T00:00:00Z')).toBe(0)
    expect((await rows('/api/v1/decisions?sort=sequence'))[0].sequence).toBe(1)
  })

  it('lead from a system to what changed about it', async () => {
    const page = await get(`/api/v1/systems/${ids.owned}/history?subjectType=system`)
    expect(page.rows).toEqual([expect.objectContaining({ event: 'appeared' })])
    expect((await send(collector, 'GET', '/api/v1/systems/sys_none/history')).status).toBe(404)
  })

  it('tell of a supplier who depends on it, how much, and who stands behind it', async () => {
    const azure = await get('/api/v1/suppliers/azure-openai')
    expect(azure).toMatchObject({
      counts: { systems: 1, liveSystems: 1, components: 2, models: 1 },
      concentration: 0.5,
      models: [{ id: 'gpt-4o' }],
      fourthParties: [{ slug: 'openai', name: 'OPENAI', role: 'publisher', models: 1 }],
    })
    const openai = await get('/api/v1/suppliers/openai')
    expect(openai.fourthParties).toMatchObject([{ slug: 'azure-openai', role: 'host' }])
  })

  it('tell of a model who serves it and what uses it', async () => {
    expect(await get('/api/v1/models/gpt-4o')).toMatchObject({
      model: { publisher: 'openai' },
      hosts: [{ slug: 'azure-openai', components: 1 }],
      retirement: null,
      systems: { total: 1 },
      components: { total: 1 },
    })
    expect((await send(collector, 'GET', '/api/v1/models/nothing')).status).toBe(404)
  })

  it('tell of a component what it has to do with others, in both directions', async () => {
    const [chat] = await rows('/api/v1/components?search=chat')
    const [deployment] = await rows('/api/v1/components?search=deployment')
    const one = await get(`/api/v1/components/${chat.id}`)
    const other = await get(`/api/v1/components/${deployment.id}`)
    expect(one.relationships).toMatchObject([
      { direction: 'out', type: 'calls', component: { name: 'deployment' } },
    ])
    expect(other.relationships).toMatchObject([
      { direction: 'in', type: 'calls', component: { name: 'chat' } },
    ])
  })

  it.each([
    ['systems?risk=', 200],
    ['systems?grade=best', 400],
    ['systems?live=maybe', 400],
    ['systems?firstSeenAfter=yesterday', 400],
    ['systems?search=%00', 400],
    ['systems?limit=5&limit=6', 400],
    ['decisions?type=guess', 400],
    ['scans?status=great', 400],
    ['suppliers?reviewDueBefore=2026-13-01', 400],
  ])('answer %s with %i, and name what is wrong', async (path, status) => {
    const response = await send(collector, 'GET', `/api/v1/${path}`)
    expect(response.status).toBe(status)
    if (status === 400) expect((await bodyOf(response)).errors[0].place).toMatch(/^query\.\w+/)
  })

  it('refuse a cursor of another order', async () => {
    const { next } = await get('/api/v1/systems?sort=name&limit=1')
    expect((await send(collector, 'GET', `/api/v1/systems?sort=attention&cursor=${next}`)).status).toBe(400)
  })
})
