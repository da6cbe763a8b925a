import { createRateBudget, ScopeFailure } from '@ai-census/scanner-kit'
import { gather, quickClock } from '@ai-census/scanner-kit/testing'
import type { CoverageCell, FindingKind } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { attempt, isGone, type Verdict } from './attempt.ts'
import { createBudgets } from './budgets.ts'
import type { CellOutcome } from './cell.ts'
import { contextOf } from './context-words.ts'
import { coverCells, NO_ADDRESS, NO_PLACE } from './cover-cells.ts'
import { mapAhead } from './map-ahead.ts'

async function tried(verdicts: readonly (Verdict | 'fine')[], renew?: () => Promise<void>) {
  const clock = quickClock()
  const budget = createRateBudget({ perSecond: 1000, clock })
  let sent = 0
  const result = await attempt(
    {
      name: 'x:List',
      budget,
      signal: new AbortController().signal,
      classify: () => verdicts[sent - 1] as Verdict,
      clock,
      random: () => 0.5,
      ...(renew ? { renew } : {}),
    },
    async () => {
      if (verdicts[sent++] !== 'fine') throw new Error('refused')
      return 'answer'
    },
  ).catch((failure: unknown) => failure)
  return { result, sent, waited: clock.waited(), rate: budget.rate }
}

describe('an operation', () => {
  it('is tried again after throttling, as long later as the provider asks, and slower from then on', async () => {
    const { result, waited, rate } = await tried([{ type: 'throttled', waitMs: 5000 }, 'fine'])
    expect(result).toBe('answer')
    expect(waited).toBeGreaterThanOrEqual(5000)
    expect(rate).toBeLessThan(600)
  })

  it('gives up after six times, and says that it was throttled', async () => {
    const { result, sent } = await tried(Array.from({ length: 6 }, () => ({ type: 'throttled' }) as const))
    expect(sent).toBe(6)
    expect(result).toMatchObject({ status: 'throttled', reason: 'rate-limit' })
  })

  it('is not tried again where it is not permitted', async () => {
    const { result, sent } = await tried([
      { type: 'denied', permission: 'x:List', detail: 'missing' },
      'fine',
    ])
    expect(sent).toBe(1)
    expect(result).toMatchObject({ status: 'denied', reason: 'x:List' })
  })

  it('gets new credentials once', async () => {
    let renewals = 0
    const stale = { type: 'stale-credentials', detail: 'expired' } as const
    const renew = async () => void renewals++
    expect((await tried([stale, 'fine'], renew)).result).toBe('answer')
    expect((await tried([stale, stale, 'fine'], renew)).result).toMatchObject({
      status: 'denied',
      reason: 'credentials',
    })
    expect(renewals).toBe(2)
  })

  it('says of what is gone that it is gone', async () => {
    expect(isGone((await tried([{ type: 'gone' }])).result)).toBe(true)
  })
})

describe('mapping ahead', () => {
  async function* counted(to: number) {
    for (let n = 1; n <= to; n++) yield n
  }

  it('keeps the order, and never has more in hand than it may', async () => {
    let running = 0
    let most = 0
    const doubled = mapAhead(counted(20), 4, async (n) => {
      most = Math.max(most, ++running)
      await new Promise((done) => setTimeout(done, (n % 3) * 2))
      running--
      return n * 2
    })
    expect(await gather(doubled)).toEqual(Array.from({ length: 20 }, (_, i) => (i + 1) * 2))
    expect(most).toBe(4)
  })

  it('gives what was read before a list breaks off', async () => {
    const seen: number[] = []
    const broken = async function* () {
      yield 1
      yield 2
      throw new ScopeFailure('failed', 'unavailable', 'broken off')
    }
    const all = (async () => {
      for await (const one of mapAhead(broken(), 8, async (n) => n)) seen.push(one)
    })()
    await expect(all).rejects.toMatchObject({ reason: 'unavailable' })
    expect(seen).toEqual([1, 2])
  })
})

describe('cells', () => {
  const cell = (type: string, status: CoverageCell['status'], reason?: string): CellOutcome => ({
    type,
    status,
    pages: 1,
    resources: 0,
    milliseconds: 1,
    misses: [],
    ...(reason ? { reason, detail: `${type} ${reason}` } : {}),
  })
  function covered(...cells: [CellOutcome, FindingKind][]) {
    const said: { status?: string; kinds: readonly FindingKind[] } = { kinds: [] }
    coverCells(
      {
        config: undefined,
        signal: new AbortController().signal,
        now: () => new Date(0),
        unknown: () => undefined,
        cover: (status) => {
          said.status = status
        },
        sees: (kinds) => {
          said.kinds = kinds
        },
        cells: () => undefined,
        describe: () => undefined,
        progress: () => undefined,
        fingerprint: () => '',
        fingerprintKey: '',
      },
      cells.map(([outcome, kind]) => ({ outcome, kinds: [kind] })),
    )
    return { status: said.status ?? 'complete', kinds: said.kinds }
  }

  it('all complete make a complete scope', () => {
    expect(covered([cell('a', 'complete'), 'model'], [cell('b', 'complete'), 'agent'])).toEqual({
      status: 'complete',
      kinds: ['model', 'agent'],
    })
  })

  it('one denied makes it partial, and its kind unseen, in the other cells too', () => {
    expect(covered([cell('a', 'complete'), 'model'], [cell('b', 'denied', 'x:ListB'), 'model'])).toEqual({
      status: 'partial',
      kinds: [],
    })
  })

  it('all denied make it denied', () => {
    expect(covered([cell('a', 'denied', 'x:A'), 'model'], [cell('b', 'denied', 'x:B'), 'agent']).status).toBe(
      'denied',
    )
  })

  it('what the region does not have takes nothing from the rest, and alone says so', () => {
    expect(
      covered([cell('a', 'complete'), 'model'], [cell('b', 'unsupported', 'operation'), 'agent']).status,
    ).toBe('complete')
    expect(covered([cell('a', 'unsupported', 'service'), 'model']).status).toBe('unsupported')
  })

  it('what only seems not to be there is a gap: a name that is not found may be a fault of ours', () => {
    for (const reason of [NO_ADDRESS, NO_PLACE]) {
      expect(
        covered([cell('a', 'complete'), 'model'], [cell('b', 'unsupported', reason), 'agent']),
        reason,
      ).toEqual({ status: 'partial', kinds: ['model'] })
      expect(covered([cell('a', 'unsupported', reason), 'model']), reason).toEqual({
        status: 'unsupported',
        kinds: [],
      })
    }
  })

  it('what is off hides what was made while it was on', () => {
    expect(
      covered([cell('a', 'complete'), 'model'], [cell('b', 'not-enabled', 'OptInRequired'), 'agent']),
    ).toEqual({
      status: 'complete',
      kinds: ['model'],
    })
    expect(covered([cell('a', 'not-enabled', 'OptInRequired'), 'model']).status).toBe('not-enabled')
  })

  it('one throttled says the scope is to be looked at again', () => {
    expect(
      covered([cell('a', 'complete'), 'model'], [cell('b', 'throttled', 'rate-limit'), 'agent']).status,
    ).toBe('throttled')
  })
})

describe('budgets', () => {
  it('are one for each key, and forgotten when thousands came after', () => {
    const budgets = createBudgets(quickClock())
    const first = budgets('a', { perSecond: 1 })
    expect(budgets('a', { perSecond: 1 })).toBe(first)
    for (let n = 0; n < 5000; n++) budgets(`other ${n}`, { perSecond: 1 })
    expect(budgets('a', { perSecond: 1 })).not.toBe(first)
  })
})

describe('a name', () => {
  it.each([
    ['shop-dev', 'development'],
    ['shop-prod-test', 'production'],
    ['Staging', 'test'],
    ['device', null],
  ])('%s says %s', (name, context) => expect(contextOf([name])).toBe(context))
})
