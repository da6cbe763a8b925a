import type { Coverage, Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import type { ScopeState } from './ledger.ts'
import { MemoryLedger } from './memory-ledger.ts'
import { recordReport, releaseHeld, type ScopeChange } from './record.ts'
import { day, finding, report, repository } from './testing/build.ts'

const scope = repository('shop')
const [a, b] = [finding({ key: 'a' }), finding({ key: 'b' })]
const many = (n: number): Finding[] => Array.from({ length: n }, (_, i) => finding({ key: `k${i}` }))

/** Looks one day after the other; answers with the last change. */
function looks(...seen: [Finding[], Partial<Parameters<typeof report>[2]>?][]): ScopeChange {
  let state: ScopeState | null = null
  let change: ScopeChange | undefined
  for (const [i, [findings, more]] of seen.entries()) {
    change = recordReport(state, report(scope, findings, { finishedAt: day(i + 1), ...more }), {
      scan: `s${i}`,
    })
    state = change.state
  }
  return change!
}

const presences = (change: ScopeChange): Record<string, string> =>
  Object.fromEntries(change.state.open.map((i) => [i.key, i.presence]))

describe('what one look at a scope means', () => {
  it('adds what is new', () => {
    const { summary, opens, contents } = looks([[a, b]])
    expect(summary).toMatchObject({ added: ['a', 'b'], unchanged: 0 })
    expect([opens.length, contents.size]).toEqual([2, 2])
  })

  it('writes nothing where the same is seen again', () => {
    const { summary, opens, closes, contents, touched } = looks([[a, b]], [[b, a]])
    expect(summary).toMatchObject({ added: [], changed: [], unchanged: 2 })
    expect([opens, closes, contents.size, touched]).toEqual([[], [], 0, []])
  })

  it('does not take another commit for another content', () => {
    const at = (commit: string) => {
      const location = { path: 'src/app.py', startLine: 12, commit, url: `https://example.com/${commit}` }
      return finding({ key: 'a', evidence: [{ ...a.evidence[0]!, location }] })
    }
    expect(looks([[at('0'.repeat(40))]], [[at('1'.repeat(40))]]).summary.unchanged).toBe(1)
  })

  it('closes the old content and opens the new', () => {
    const { summary, opens, closes } = looks([[a]], [[{ ...a, grade: 'used' }]])
    expect(summary.changed).toEqual(['a'])
    expect(closes[0]).toMatchObject({ key: 'a', lastSeen: { sequence: 1 }, closed: { sequence: 2 } })
    expect(opens[0]).toMatchObject({ key: 'a', firstSeenAt: day(1), changedAt: day(2), closed: null })
  })

  it('goes from missing to gone to returned', () => {
    expect(presences(looks([[a]], [[]]))).toEqual({ a: 'missing' })
    expect(presences(looks([[a]], [[]], [[]]))).toEqual({ a: 'gone' })
    expect(presences(looks([[a]], [[]], [[]], [[]]))).toEqual({ a: 'gone' })
    const back = looks([[a]], [[]], [[]], [[a]])
    expect([presences(back), back.summary.returned]).toEqual([{ a: 'returned' }, ['a']])
    expect(presences(looks([[a]], [[]], [[a]]))).toEqual({ a: 'seen' })
  })

  it.each<[string, Coverage]>([
    ['a partial look', { status: 'partial' }],
    ['a denied look', { status: 'denied' }],
    ['a complete look that cannot see services', { status: 'complete', kinds: ['endpoint'] }],
  ])('%s makes nothing missing', (_, coverage) => {
    expect(looks([[a, b]], [[b], { coverage }]).summary.missing).toEqual([])
  })

  it.each([{ version: '2.0.0' }, { catalogue: 'c2' }])('other eyes %j make nothing missing', (eyes) => {
    expect(presences(looks([[a, b]], [[b], eyes]))).toEqual({ a: 'unseen', b: 'seen' })
    expect(presences(looks([[a, b]], [[b], eyes], [[b], eyes]))).toEqual({ a: 'unseen', b: 'seen' })
  })

  it('writes no row for a look that could see nothing at all', () => {
    const { opens, closes, state } = looks([[a, b]], [[], { coverage: { status: 'denied' } }])
    expect([opens, closes, state.sight?.sequence, state.newest.sequence]).toEqual([[], [], 1, 2])
  })

  it('lets signs of use fade instead of making them missing', () => {
    expect(presences(looks([[finding({ key: 'u', kind: 'usage' })]], [[]]))).toEqual({ u: 'unseen' })
  })

  it('begins a new incarnation where the creation time is another', () => {
    const born = (createdAt: string) => finding({ key: 'a', kind: 'endpoint', attributes: { createdAt } })
    expect(looks([[born('1')]], [[born('2')]]).state.open[0]?.firstSeenAt).toBe(day(2))
    expect(looks([[born('1')]], [[born('1')]]).state.open[0]?.firstSeenAt).toBe(day(1))
  })

  it('refuses a report in which two findings have one key, with the place', () => {
    expect(() => looks([[a, b, a]])).toThrow(expect.objectContaining({ place: 'findings[2].key' }))
    const arm = ['/Subscriptions/1/x', '/subscriptions/1/X'].map((key) => finding({ key }))
    expect(() => looks([arm])).toThrow(expect.objectContaining({ place: 'findings[1].key' }))
  })
})

describe('a look that comes late', () => {
  const late = (findings: Finding[], newest: Finding[], coverage: Coverage = { status: 'complete' }) =>
    looks(
      [[a], { finishedAt: day(5) }],
      [newest, { finishedAt: day(8), coverage }],
      [findings, { finishedAt: day(6) }],
    )

  it('does not make anything unseen or missing', () => {
    const change = late([], [a])
    expect([change.outcome, presences(change)]).toEqual(['late', { a: 'seen' }])
  })

  it('does not bring back what a newer look found missing', () => {
    expect(presences(late([a], []))).toEqual({ a: 'missing' })
  })

  it('adds what it alone saw, unless a later complete look would have seen it', () => {
    expect(presences(late([a, b], [a]))).toEqual({ a: 'seen' })
    const change = late([a, b], [a], { status: 'partial' })
    expect([presences(change), change.summary.added]).toEqual([{ a: 'seen', b: 'unseen' }, ['b']])
  })
})

describe('the mass-change brake', () => {
  it('holds a look in which more than a third vanishes, and changes nothing', () => {
    const { outcome, summary, state, opens } = looks([many(20)], [many(9)])
    expect([outcome, summary.held, opens, state.held?.sequence]).toEqual(['held', 11, [], 2])
  })

  it.each([
    ['fewer than ten vanish', 20, 11],
    ['no more than the share vanishes', 40, 28],
  ])('lets a look through in which %s', (_, before, after) => {
    expect(looks([many(before)], [many(after)]).outcome).toBe('recorded')
  })

  it('counts nothing twice: what was missing already may be gone at once', () => {
    const held = looks([many(20)], [[]])
    const { state } = releaseHeld(held.state, report(scope, [], { finishedAt: day(2) }), true)
    expect(
      recordReport(state, report(scope, [], { finishedAt: day(3) }), { scan: 'x' }).summary.gone,
    ).toHaveLength(20)
  })

  it('lets a person confirm or refuse the held look', () => {
    const held = looks([many(20)], [[]])
    const same = report(scope, [], { finishedAt: day(2) })
    const yes = releaseHeld(held.state, same, true)
    expect([yes.outcome, yes.look.sequence, yes.summary.missing.length, yes.state.held]).toEqual([
      'recorded',
      2,
      20,
      null,
    ])
    const no = releaseHeld(held.state, same, false)
    expect([no.released?.outcome, no.opens, no.state.held]).toEqual(['discarded', [], null])
    expect(() => releaseHeld(held.state, report(scope, [a]), true)).toThrow('another look is held')
  })

  it('forgets the held look when a newer one sees things again', () => {
    const { outcome, released, state } = looks([many(20)], [[]], [many(20)])
    expect([outcome, released?.outcome, state.held]).toEqual(['recorded', 'superseded', null])
  })
})

describe('a scope', () => {
  it('is the same in any case where Azure names it', () => {
    const ledger = new MemoryLedger()
    for (const [i, key] of ['azure:S1/RG/x', 'azure:s1/rg/X'].entries()) {
      ledger.record(report({ key, title: 'x' }, [a]), { scan: `s${i}` })
    }
    expect(ledger.open().map((row) => [row.scope, row.presence])).toEqual([['azure:s1/rg/x', 'seen']])
  })

  it('is told apart by scanner: one never makes missing what another saw', () => {
    const ledger = new MemoryLedger()
    ledger.record(report(scope, [a]), { scan: '1' })
    ledger.record(report(scope, [], { scanner: 'github' }), { scan: '2' })
    expect(ledger.open().map((row) => row.presence)).toEqual(['seen'])
  })
})
