import { sql } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepCounts } from '../reconcile/counts.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, day, finding, scanWith, send } from '../testing/requests.ts'

/** More than lists count of what several filters or a search leave. */
const MANY = 230

const part = (n: number) =>
  finding(`part-${String(n).padStart(3, '0')}`, {
    supplier: n % 2 === 0 ? 'openai' : 'cohere',
    grade: n % 3 === 0 ? 'deployed' : 'used',
  })

withDatabases('long lists', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const get = async (path: string) => bodyOf(await send(collector, 'GET', `/api/v1/${path}`))
  async function all(path: string, limit = 90) {
    const rows: Record<string, never>[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await get(`${path}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
      rows.push(...page.rows)
      cursor = page.next
    }
    return rows
  }
  const ids = (rows: Record<string, never>[]) => rows.map(({ id }) => id)

  it('come whole and in order, whether they are walked or made of the few that a filter leaves', async () => {
    const [some, others] = [
      Array.from({ length: MANY }, (_, n) => part(n)),
      [part(1), finding('else'), finding('late')],
    ]
    await scanWith(
      collector,
      { findings: some },
      { scope: 'git:github.com/acme/b', findings: others, at: day(1) },
    )
    // One component is seen no more: it keeps a time of its own, earlier than its scope's.
    await scanWith(collector, { scope: 'git:github.com/acme/b', findings: others.slice(0, 2), at: day(2) })
    for (const sort of ['name', '-name', 'lastSeenAt', '-lastSeenAt', 'firstSeenAt', '-firstSeenAt']) {
      const whole = await all(`components?sort=${sort}`)
      expect(new Set(ids(whole)).size, sort).toBe(MANY + 3)
      const key = sort.replace('-', '')
      const keys = whole.map((row) => String(row[key]))
      expect(keys, sort).toEqual(sort.startsWith('-') ? keys.toSorted().reverse() : keys.toSorted())
      // Counted no further than 200, so walked.
      const walked = await all(`components?search=part&sort=${sort}`)
      expect(ids(walked), sort).toEqual(ids(whole.filter(({ name }) => String(name).startsWith('part'))))
      // Few, so sorted.
      const few = await all(`components?search=part&grade=deployed&sort=${sort}`, 20)
      expect(ids(few), sort).toEqual(ids(walked.filter(({ grade }) => grade === 'deployed')))
    }
  })

  it('find words that stand behind very many other rows', async () => {
    await scanWith(collector, { findings: [finding('aardvark'), finding('zebra')] })
    const fields = `system_id, kind, supplier, supplier_name, product, framework, model, grade, context, state,
      identifiers, attributes, findings, first_seen_at, seen_at, lane, live, model_id, version`
    const clones = (name: string, from: number, to: number) =>
      database().pool.query(
        `insert into component (id, name, sort_name, search, ${fields})
         select $1 || i, $1 || ' ' || i, $1 || ' ' || lpad(i::text, 6, '0'), $1 || ' ' || i, ${fields}
         from component, generate_series($2::int, $3::int) i where name = $1`,
        [name, from, to],
      )
    await clones('aardvark', 1, 20_100)
    // Gathered at once; then too many for that.
    for (const [from, to] of [
      [1, 240],
      [241, 6_100],
    ] as const) {
      await clones('zebra', from, to)
      const found = await all('components?search=zebra&sort=name', 500)
      expect(found.map(({ name }) => name)).toEqual([
        'zebra',
        ...Array.from({ length: to }, (_, i) => `zebra ${i + 1}`),
      ])
      const backwards = await all('components?search=zebra&sort=-name', 500)
      expect(backwards.map(({ name }) => name)).toEqual(found.map(({ name }) => name).toReversed())
    }
    // Most rows have the other word: as soon as the database knows that, nobody gathers them.
    await database().pool.query('analyze component')
    const asked = vi.spyOn(database().pool, 'query')
    const first = await get('components?search=aardvark&sort=name&limit=210')
    expect(asked.mock.calls.map(([query]) => JSON.stringify(query)).join()).not.toContain('with few')
    asked.mockRestore()
    expect([first.total, first.capped]).toEqual([210, true])
    const second = await get(`components?search=aardvark&sort=name&limit=210&cursor=${first.next}`)
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
      'aardvark',
      ...Array.from({ length: 419 }, (_, i) => `aardvark ${i + 1}`),
    ])
    const last = await get('components?search=aardvark&sort=-name&limit=2')
    expect(last.rows.map(({ name }: { name: string }) => name)).toEqual(['aardvark 20100', 'aardvark 20099'])
    expect([last.total, last.capped]).toEqual([200, true])
  })

  it('say how long they are where somebody keeps count, and that there are more where nobody does', async () => {
    await scanWith(collector, { findings: Array.from({ length: MANY }, (_, n) => part(n)) })
    const length = async (path: string) => {
      const { total, capped } = await get(path)
      return capped ? `${total}+` : total
    }
    expect(await length('components')).toBe(MANY)
    expect(await length('components?supplier=openai')).toBe(MANY / 2)
    expect(await length('components?kind=library,service')).toBe(MANY)
    expect(await length('components?state=missing')).toBe(0)
    expect(await length('components?search=part')).toBe('200+')
    expect(await length('components?search=part&limit=220')).toBe('220+')
    expect(await length('components?search=part&supplier=cohere')).toBe(MANY / 2)
    const [system] = (await get('systems')).rows
    expect(await length(`systems/${system.id}/evidence`)).toBe('200+')
    const detail = await get(`systems/${system.id}`)
    expect([detail.components.length, detail.counts]).toEqual([
      100,
      { components: MANY, relationships: 0, decisions: 0 },
    ])
  })

  it('of one supplier have all its systems, those too that have more suppliers than an index holds', async () => {
    const makers = Array.from({ length: 21 }, (_, n) => finding(`maker-${n}`, { supplier: `maker-${n}` }))
    const openai = finding('chat', { supplier: 'openai' })
    const hasOpenai = ({ suppliers }: Record<string, never>) =>
      String(suppliers).split(',').includes('openai')
    const looks = Array.from({ length: 230 }, (_, n) => ({
      scope: `git:github.com/acme/repo-${n}`,
      // Every other one with very many has openai as well, and some have another supplier alone.
      findings:
        n % 13 === 0
          ? [...makers, ...(n % 26 === 0 ? [openai] : [])]
          : [n % 17 === 0 ? finding('chat', { supplier: 'cohere' }) : openai],
    }))
    await scanWith(collector, ...looks)
    const systems = await all('systems?sort=attention')
    const [first, second] = systems.filter(hasOpenai)
    const { response } = await clientOf(collector).POST('/api/v1/decisions/batch', {
      params: { query: {} },
      body: {
        decisions: [
          { body: { type: 'snooze', system: first?.id ?? '', until: '2027-01-01' } },
          { body: { type: 'dismiss', system: second?.id ?? '', reason: 'A toy' } },
        ],
      },
    })
    expect(response.status).toBe(201)
    const now = await all('systems?sort=attention')
    const withOpenai = now.filter(hasOpenai)
    expect([now.length, withOpenai.length]).toEqual([230, 209])
    const asked = vi.spyOn(database().pool, 'query')
    for (const limit of [17, 90, 500]) {
      expect(await all('systems?sort=attention&supplier=openai', limit)).toEqual(withOpenai)
      const waiting = withOpenai.filter(({ id }) => id !== first?.id && id !== second?.id)
      expect(ids(await all('triage?supplier=openai', limit))).toEqual(ids(waiting))
      expect(ids(await all('triage?supplier=openai&snoozed=true', limit))).toEqual([first?.id])
    }
    // Of the table alone: joined to another, the index would not do by itself.
    const queries = asked.mock.calls.map(([query]) => JSON.stringify(query)).join()
    expect(queries).toContain('as ref from \\"ai_system\\" where')
    asked.mockRestore()
    expect((await all('systems?sort=attention&supplier=maker-7')).length).toBe(18)
  })

  it('of evidence come page by page, each piece once', async () => {
    await scanWith(collector, { findings: Array.from({ length: 30 }, (_, n) => part(n)) })
    const [system] = (await get('systems')).rows
    const seen = await all(`systems/${system.id}/evidence?`, 7)
    expect(new Set(seen.map((row) => JSON.stringify(row))).size).toBe(30)
    const component = (await get('components?limit=1')).rows[0].id
    const findings = await get(`components/${component}/findings`)
    expect([findings.total, findings.rows.length]).toEqual([1, 1])
    expect((await get(`components/${component}/relationships`)).rows).toEqual([])
    expect((await get(`systems/${system.id}/relationships`)).rows).toEqual([])
    for (const path of ['systems/no/relationships', 'components/no/findings', 'components/no/relationships'])
      expect((await send(collector, 'GET', `/api/v1/${path}`)).status).toBe(404)
  })

  it('of a past instant are the ones of then, in every order and under every filter', async () => {
    const look = (name: string, ...findings: ReturnType<typeof finding>[]) => ({
      scope: `git:github.com/acme/${name}`,
      findings,
    })
    await scanWith(
      collector,
      look('Zoo', finding('a', { supplier: 'cohere' })),
      look('ärger', finding('a', { context: 'test', grade: 'declared' })),
      look('bot', finding('a', { model: { id: 'gpt-4o' } }), finding('b')),
    )
    // A look without news moves what was last seen, and no state.
    await scanWith(collector, { ...look('Zoo', finding('a', { supplier: 'cohere' })), at: day(1) })
    const queries = [
      ...['sort=name', 'sort=-name', 'sort=attention', 'sort=firstSeenAt', 'sort=-firstSeenAt', 'sort=risk'],
      ...[
        'sort=-risk',
        'search=acme/BOT',
        'supplier=cohere',
        'context=test',
        'flag=unregistered',
        'model=gpt-4o',
      ],
      ...['grade=declared', 'state=registered', 'risk=none', 'owner=none', 'assignee=none', 'live=true'],
    ]
    const then = collector.clock.now().toISOString()
    const live = await Promise.all(queries.map((query) => get(`systems?${query}`)))
    collector.clock.pass(3_600_000)
    await scanWith(collector, { ...look('Zoo'), at: day(2) }, { ...look('new', finding('a')), at: day(2) })
    for (const [i, query] of queries.entries()) {
      const past = await get(`systems?${query}&asOf=${then}`)
      expect([past.rows, past.total], query).toEqual([live[i].rows, live[i].total])
    }
    expect(await all(`systems?sort=name&asOf=${then}`, 1)).toEqual(live[0].rows)
    const refused = await send(collector, 'GET', `/api/v1/systems?sort=lastSeenAt&asOf=${then}`)
    expect(refused.status).toBe(400)
  })

  it('count by what reconciling changed, and no name that nothing has', async () => {
    const { orm } = database()
    const change = { subject: 'flag' as const, id: 'f', wasLive: false }
    const flag = { id: 'unrated' }
    await orm.transaction(async (tx) => {
      await keepCounts(tx, 'flag', [{ ...change, before: null, after: flag }], 2, day(0))
      await keepCounts(tx, 'flag', [{ ...change, before: flag, after: null }], 1, day(0))
    })
    const { rows } = await orm.execute(sql`select subject, name, n from inventory_count`)
    expect(rows).toEqual([{ subject: 'event', name: 'all', n: 3 }])
  })
})
