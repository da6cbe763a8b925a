import { expect, it } from 'vitest'
import { ceiling, changingDays, pictureOf } from './trend.ts'
import { weekAgo } from './week.ts'

const day = (date: string, unregistered: number, registered: number) => ({
  day: date,
  unregistered,
  registered,
  dismissed: 0,
})
const days = [
  day('2026-11-23', 8, 0),
  day('2026-11-24', 8, 0),
  day('2026-11-25', 6, 2),
  day('2026-11-26', 6, 2),
]

it('draws a step where a day changed a number, and level lines between', () => {
  const { lines, grid } = pictureOf(days, 300, 100)
  expect(lines[0]).toMatchObject({ state: 'unregistered', path: 'M0 20H100V20H200V40H300V40' })
  expect(lines[1]?.last).toEqual({ x: 300, y: 80, count: 2 })
  expect(grid).toEqual([
    { y: 100, count: 0 },
    { y: 50, count: 5 },
    { y: 0, count: 10 },
  ])
})

it('has a place for a single day, and for none', () => {
  expect(pictureOf(days.slice(0, 1), 300, 100).lines[0]?.last).toEqual({ x: 300, y: 20, count: 8 })
  expect(pictureOf([], 300, 100).lines[0]?.path).toBe('')
})

it('tells in a table the days that changed something', () => {
  expect(changingDays(days).map((row) => row.day)).toEqual(['2026-11-23', '2026-11-25', '2026-11-26'])
})

it('rounds the top of the picture to a plain number', () => {
  expect([1, 4, 7, 13, 45, 100, 101].map(ceiling)).toEqual([4, 4, 10, 20, 50, 100, 200])
})

it('begins the week a little early rather than late', () => {
  expect(weekAgo(Date.parse('2026-11-26T10:59:00Z'))).toBe('2026-11-19T10:00:00.000Z')
})
