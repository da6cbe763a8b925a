import { expect, it } from 'vitest'
import { neighbour } from './queue.ts'

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
