import { expect, it } from 'vitest'
import { OTHER_REASON, reasonOf } from './reasons.ts'

it('takes a usual reason as it is, with what the person adds', () => {
  expect(reasonOf('Abandoned', '')).toBe('Abandoned')
  expect(reasonOf('Abandoned', ' since May ')).toBe('Abandoned. since May')
})

it('needs words of the person’s own for any other reason', () => {
  expect(reasonOf(OTHER_REASON, ' no ')).toBeUndefined()
  expect(reasonOf(undefined, 'a demonstration')).toBe('a demonstration')
})
