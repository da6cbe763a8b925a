import { expect, it } from 'vitest'
import { headOf } from './head-text.ts'

const hash = '5f'.repeat(32)

it('a head is read from its short form and from the file that the program writes', () => {
  expect(headOf(` 900:${hash}\n`)).toBe(`900:${hash}`)
  const file = { format: 'ai-census-head-1', at: '2026-10-01T00:00:00.000Z', sequence: 900, hash, count: 900 }
  expect(headOf(JSON.stringify(file, null, 2))).toBe(`900:${hash}`)
})

it.each(['', 'yesterday', '900', `900:${hash}0`, '{}', 'null', '[]', '{"sequence":1,"hash":"x"}'])(
  '%j is no head',
  (text) => {
    expect(headOf(text)).toBeUndefined()
  },
)
