import type { Coverage, Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import type { ScopeState } from './ledger.ts'
import { MemoryLedger } from './memory-ledger.ts'
import { type ReleaseLook, recordReport, releaseByDecision, releaseHeld, type ScopeChange } from './record.ts'
import { ReportRefused } from './refused.ts'
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

  it('tells of whatever comes back, though it was missing only once', () => {
    expect(looks([[a, b]], [[b]], [[a, b]]).summary.returned).toEqual(['a'])
    expect(looks([[a, b]], [[b]], [[b]]).summary.returned).toEqual([])
    expect(looks([[a, b]], [[b]], [[a, b]], [[a, b]]).summary.returned).toEqual([])
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

  it('touches what went unseen earlier when the first whole look by other eyes does not see it, once', () => {
    const newer = { version: '2.0.0' }
    const partly = { ...newer, coverage: { status: 'partial' as const } }
    const first = looks([[a, b]], [[b], partly], [[b], newer])
    expect([first.opens, first.touched]).toEqual([[], [{ scope: scope.key, key: 'a' }]])
    expect(looks([[a, b]], [[b], partly], [[b], newer], [[b], newer]).touched).toEqual([])
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

describe('what the source says was deleted', () => {
  const deleted = ['a']

  it.each<[string, Partial<Parameters<typeof report>[2]>]>([
    ['a complete look', {}],
    ['a partial look', { coverage: { status: 'partial' } }],
    ['a look that saw nothing', { coverage: { status: 'throttled' } }],
    ['detectors of another version', { version: '2.0.0' }],
  ])('is gone at once, by %s', (_, more) => {
    const seen = more?.coverage?.status === 'throttled' ? [] : [b]
    const { summary, state, opens, closes } = looks([[a, b]], [seen, { ...more, deleted }])
    expect(summary).toMatchObject({ gone: ['a'], missing: [] })
    expect(state.open.map((i) => i.presence)).toEqual(['gone', 'seen'])
    expect([opens.map((i) => i.key), closes.map((i) => i.key)]).toEqual([['a'], ['a']])
    expect(opens[0]).toMatchObject({ lastSeen: { sequence: 1 }, opened: { sequence: 2 } })
  })

  it('stays gone, and returns when it is seen again', () => {
    const gone: [Finding[], Parameters<typeof looks>[0][1]] = [[b], { deleted }]
    expect(looks([[a, b]], gone, gone).opens).toEqual([])
    expect(looks([[a, b]], gone, [[a, b]]).summary.returned).toEqual(['a'])
  })

  it('is nothing where nobody ever saw it', () => {
    const { opens, summary } = looks([[b]], [[b], { deleted: ['a', 'a'] }])
    expect([opens, summary.gone]).toEqual([[], []])
  })

  it('is refused where it is also seen, in any spelling, with the place', () => {
    expect(() => looks([[a, b], { deleted: ['x', 'a'] }])).toThrow(
      expect.objectContaining({ place: 'deleted[1]' }),
    )
    const arm = finding({ key: '/subscriptions/1/x' })
    expect(() => looks([[arm], { deleted: ['/Subscriptions/1/X'] }])).toThrow('also among the findings')
  })

  it('counts for the brake: a source that suddenly answers “not found” to everything may be denying', () => {
    const gone = looks(
      [many(20)],
      [[], { deleted: many(20).map((f) => f.key), coverage: { status: 'partial' } }],
    )
    expect([gone.outcome, gone.summary.held, gone.opens]).toEqual(['held', 20, []])
  })

  it('is not believed of a late look: what newer looks saw stands', () => {
    const late = looks([[a], { finishedAt: day(8) }], [[], { finishedAt: day(6), deleted }])
    expect([late.outcome, presences(late)]).toEqual(['late', { a: 'seen' }])
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

  it('is carried out from a decision, which must name the look that is held', () => {
    const { state } = looks([many(20)], [[]])
    const same = report(scope, [], { finishedAt: day(2) })
    const decision: ReleaseLook = {
      type: 'release-look',
      scope: scope.key,
      scanner: 'code',
      sequence: 2,
      accept: true,
      reason: 'the service was shut down',
    }
    expect(releaseByDecision(state, same, decision).summary.missing).toHaveLength(20)
    expect(releaseByDecision(state, same, { ...decision, accept: false }).outcome).toBe('discarded')
    for (const wrong of [{ sequence: 1 }, { scanner: 'github' }, { scope: 'git:github.com/acme/web' }])
      expect(() => releaseByDecision(state, same, { ...decision, ...wrong })).toThrow(ReportRefused)
    const answered = releaseByDecision(state, same, decision).state
    expect(() => releaseByDecision(answered, same, decision)).toThrow('look 2 is not held')
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
