import { expect, it } from 'vitest'
import { signsKey } from './version.ts'

it('knows signs by the catalogue and by the deployment that they were made for', () => {
  const one = (secret: string) => `one ${secret}`
  const other = (secret: string) => `other ${secret}`
  expect(signsKey('a', one)).toBe(signsKey('a', one))
  expect(signsKey('b', one)).not.toBe(signsKey('a', one))
  expect(signsKey('a', other)).not.toBe(signsKey('a', one))
})
