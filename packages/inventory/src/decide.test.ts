import { describe, expect, it } from 'vitest'
import { verifyLog } from './decide.ts'
import { decisionsOf } from './testing/build.ts'

const log = decisionsOf(['a', 'b', 'c', 'd', 'e'].map((system) => ({ type: 'restore' as const, system })))
const head = { sequence: 5, hash: log[4]!.hash }
const without = (sequence: number) => log.filter((d) => d.sequence !== sequence)

describe('the log of decisions', () => {
  it('is whole as written, and under its own head', () => {
    expect([verifyLog([]), verifyLog(log), verifyLog(log, head)]).toEqual([[], [], []])
  })

  it.each([
    ['body', { body: { type: 'restore' as const, system: 'x' } }],
    ['author', { author: 'mallory' }],
    ['time', { at: '2026-01-01T00:00:00.000Z' }],
  ])('shows a changed %s', (_, change) => {
    expect(verifyLog(log.map((d) => (d.sequence === 3 ? { ...d, ...change } : d)))).toEqual([
      { type: 'changed', sequence: 3 },
    ])
  })

  it('shows a row that was changed and given its right hash: the next one does not follow it', () => {
    const forged = decisionsOf(['a', 'b', 'x'].map((system) => ({ type: 'restore' as const, system })))[2]!
    expect(verifyLog(log.map((d) => (d.sequence === 3 ? forged : d)))).toEqual([
      { type: 'changed', sequence: 4 },
    ])
  })

  it('shows a removed row', () => {
    expect(verifyLog(without(3))).toEqual([{ type: 'removed', sequence: 3 }])
    expect(verifyLog(without(1))).toEqual([{ type: 'removed', sequence: 1 }])
  })

  it('shows rows in another order', () => {
    const [a, b, c, d, e] = log
    expect(verifyLog([a!, c!, b!, d!, e!])).toContainEqual({ type: 'reordered', sequence: 2 })
  })

  it('shows truncation from a head that was noted earlier, and a log written anew', () => {
    expect(verifyLog(log.slice(0, 3))).toEqual([])
    expect(verifyLog(log.slice(0, 3), head)).toEqual([{ type: 'truncated', sequence: 5 }])
    const anew = decisionsOf(
      ['a', 'b', 'c', 'd', 'x'].map((system) => ({ type: 'restore' as const, system })),
    )
    expect([verifyLog(anew), verifyLog(anew, head)]).toEqual([[], [{ type: 'rewritten', sequence: 5 }]])
  })
})
