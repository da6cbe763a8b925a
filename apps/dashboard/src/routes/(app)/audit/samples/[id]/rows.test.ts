import { expect, it } from 'vitest'
import type { Sample } from '#lib/types.ts'
import { conclusionOf, nextOpen } from './rows.ts'

type Row = Sample['rows'][number]
const concluded = (result: 'ok' | 'error'): Row['conclusions'][number] => ({
  result,
  note: 'looked',
  author: 'ada',
  at: '2026-11-26T08:00:00.000Z',
})
const row = (ordinal: number, ...results: ('ok' | 'error')[]): Row => ({
  ordinal,
  name: `n${ordinal}`,
  stratum: null,
  task: { title: '', check: '', page: null, url: null, facts: {}, evidence: [], evidenceCount: 0 },
  conclusions: results.map(concluded),
})

it('after a row comes the next that is open, round the end, until none is', () => {
  const rows = [row(1), row(2, 'ok'), row(3), row(4, 'error')]
  expect([nextOpen(rows, 0), nextOpen(rows, 1), nextOpen(rows, 3)]).toEqual([1, 3, 1])
  expect(nextOpen([row(1, 'ok')], 1)).toBeUndefined()
})

it('the last conclusion of a row counts', () => {
  expect(
    [row(1), row(1, 'error', 'ok'), row(1, 'ok', 'error')].map((one) => conclusionOf(one).label),
  ).toEqual(['Open', 'As it should be', 'Error'])
})
