import { expect, it } from 'vitest'
import type { DecisionBody, SystemDetail } from '#lib/types.ts'
import { leaves, neighbour, span } from './queue.ts'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

it('moves down and up and stops at the ends', () => {
  expect(neighbour(rows, 'a', 1)?.id).toBe('b')
  expect(neighbour(rows, 'c', 1)).toBeUndefined()
  expect(neighbour(rows, 'a', -1)).toBeUndefined()
})

it('starts at the top where the current one has left the list', () => {
  expect(neighbour(rows, 'gone', 1)?.id).toBe('a')
  expect(neighbour(rows, undefined, 1)?.id).toBe('a')
})

it('takes in all between two rows, whichever is above', () => {
  expect(span(rows, 'a', 'b')).toEqual(['a', 'b'])
  expect(span(rows, 'c', 'a')).toEqual(['a', 'b', 'c'])
  expect(span(rows, 'gone', 'a')).toEqual([])
})

it('knows which decisions take a discovery out of the queue', () => {
  const ref = { scope: 'git:x', key: 'k' }
  const detail = {
    system: { id: 's' },
    components: [{ findings: [ref, { ...ref, key: 'l' }] }],
    counts: { components: 1 },
  } as unknown as SystemDetail // only what the function reads
  const whether = (body: DecisionBody) => leaves(body, detail)
  expect(whether({ type: 'dismiss', system: 's', reason: 'a trial' })).toBe(true)
  expect(whether({ type: 'snooze', system: 's', until: '2027-01-01' })).toBe(true)
  expect(whether({ type: 'snooze', system: 's', until: null })).toBe(false)
  expect(whether({ type: 'merge', from: 's', into: 't' })).toBe(true)
  expect(whether({ type: 'merge', from: 't', into: 's' })).toBe(false)
  expect(whether({ type: 'attach', system: 't', findings: [ref] })).toBe(false)
  expect(whether({ type: 'attach', system: 't', findings: [ref, { ...ref, key: 'l' }] })).toBe(true)
  expect(whether({ type: 'assign', system: 's', assignee: 'ada' })).toBe(false)
})
