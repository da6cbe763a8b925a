import { expect, it } from 'vitest'
import { levelsOf, scaleFault, settledLevels } from './levels.ts'

it('a scale of the names in force is what it was', () => {
  expect(settledLevels(levelsOf(['low', 'high']))).toEqual(['low', 'high'])
})

it.each([
  [['low', ''], 'Name each level'],
  [['low', 'Low'], 'twice'],
  [['a, b', 'c'], 'comma'],
])('%j is no scale', (levels, why) => {
  expect(scaleFault(levels)).toContain(why)
})

it('names of one’s own make a scale', () => {
  expect(scaleFault(['gering', 'erheblich', '重大'])).toBeUndefined()
})
