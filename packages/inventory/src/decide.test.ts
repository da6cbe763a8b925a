import { createLogVerifier, type Decision, LOG_START, type LogEnd, logFaultSentence } from '@ai-census/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionsOf } from './testing/build.ts'

const logOf = (...systems: string[]) =>
  decisionsOf(systems.map((system) => ({ type: 'restore' as const, system })))
const log = logOf('a', 'b', 'c', 'd', 'e')
const head = { sequence: 5, hash: log[4]!.hash }
const without = (...sequences: number[]) => log.filter((d) => !sequences.includes(d.sequence))
const verify = (rows: readonly Decision[], expected?: LogEnd) => {
  const verifier = createLogVerifier(expected)
  for (const row of rows) verifier.add(row)
  return verifier.end()
}
const faults = (rows: readonly Decision[], expected?: LogEnd) => verify(rows, expected).faults

describe('the log of decisions', () => {
  it('is whole as written, and under its own head', () => {
    expect([faults([]), faults(log), faults(log, head)]).toEqual([[], [], []])
    expect(verify(log)).toMatchObject({ length: 5, end: head, faultCount: 0 })
    expect(verify([]).end).toEqual({ sequence: 0, hash: LOG_START })
  })

  it.each([
    ['body', { body: { type: 'restore' as const, system: 'x' } }],
    ['author', { author: 'mallory' }],
    ['time', { at: '2026-01-01T00:00:00.000Z' }],
    ['link', { previous: LOG_START }],
    ['hash', { hash: 'f'.repeat(64) }],
  ])('shows a changed %s', (_, change) => {
    const found = faults(log.map((d) => (d.sequence === 3 ? { ...d, ...change } : d)))
    expect(found).toContainEqual({ type: 'changed', sequence: 3 })
  })

  it('shows a row that was changed and given its right hash: the next one does not follow it', () => {
    const forged = logOf('a', 'b', 'x')[2]!
    expect(faults(log.map((d) => (d.sequence === 3 ? forged : d)))).toEqual([
      { type: 'unlinked', sequence: 4 },
    ])
  })

  it('shows removed rows', () => {
    expect(faults(without(3))).toEqual([{ type: 'removed', sequence: 3 }])
    expect(faults(without(1))).toEqual([{ type: 'removed', sequence: 1 }])
    expect(faults(without(2, 3, 4))).toEqual([{ type: 'removed', sequence: 2, through: 4 }])
  })

  it('shows a removed row where the rest was numbered anew', () => {
    const renumbered = without(3).map((d, i) => ({ ...d, sequence: i + 1 }))
    expect(faults(renumbered).map(({ type, sequence }) => `${type} ${sequence}`)).toEqual([
      'changed 3',
      'changed 4',
    ])
  })

  it('shows rows in another order', () => {
    const [a, b, c, d, e] = log
    expect(faults([a!, c!, b!, d!, e!])).toEqual([{ type: 'reordered', sequence: 2 }])
  })

  it('shows a row that was put in beside the others', () => {
    const forged = logOf('a', 'b', 'x')[2]!
    expect(faults([...log.slice(0, 3), forged, ...log.slice(3)])).toEqual([{ type: 'inserted', sequence: 3 }])
    expect(faults([{ ...log[0]!, sequence: 0 }, ...log])).toContainEqual({ type: 'inserted', sequence: 0 })
  })

  it('shows truncation from a head that was noted earlier, and a log written anew', () => {
    expect(faults(log.slice(0, 3))).toEqual([])
    expect(faults(log.slice(0, 3), head)).toEqual([{ type: 'truncated', sequence: 4, through: 5 }])
    expect(faults([], head)).toEqual([{ type: 'truncated', sequence: 1, through: 5 }])
    const anew = logOf('a', 'b', 'c', 'd', 'x')
    expect([faults(anew), faults(anew, head)]).toEqual([[], [{ type: 'rewritten', sequence: 5 }]])
    expect(faults(logOf('a', 'b', 'c', 'd', 'e', 'f'), head)).toEqual([])
  })

  it('names the first hundred faults and counts the rest', () => {
    const long = logOf(...Array.from({ length: 300 }, (_, i) => `s${i}`))
    const verdict = verify(long.map((d) => ({ ...d, author: 'mallory' })))
    expect([verdict.faults.length, verdict.faultCount, verdict.faults[0]?.sequence]).toEqual([100, 300, 1])
  })

  it('under its head is never whole again once anything was changed, removed, doubled, swapped or cut off', () => {
    const rows = logOf(...Array.from({ length: 12 }, (_, i) => `s${i}`))
    const end = { sequence: 12, hash: rows[11]!.hash }
    const at = fc.integer({ min: 0, max: 11 })
    const tampering = fc.oneof(
      at.map((i) => rows.map((d, n) => (n === i ? { ...d, author: 'mallory' } : d))),
      at.map((i) => rows.filter((_, n) => n !== i)),
      at.map((i) => rows.toSpliced(i, 0, rows[i]!)),
      fc
        .tuple(at, at)
        .filter(([i, j]) => i !== j)
        .map(([i, j]) => rows.with(i, rows[j]!).with(j, rows[i]!)),
      at.map((i) => rows.slice(0, i)),
    )
    fc.assert(
      fc.property(tampering, (tampered) => verify(tampered, end).faultCount > 0),
      { numRuns: 1000, seed: 3 },
    )
  })

  it('says each fault in a sentence', () => {
    expect(logFaultSentence({ type: 'removed', sequence: 2, through: 4 })).toBe(
      'Decisions 2 to 4 were removed.',
    )
    expect(logFaultSentence({ type: 'truncated', sequence: 4, through: 4 })).toBe(
      'Decision 4 is missing at the end, which was there when the head was noted.',
    )
  })
})
