/** The days of the inventory as lines of a picture. Pure. */
import type { SystemState, TrendDay } from '#lib/types.ts'

/** Nearest to the reader's question first. */
export const trendStates = ['unregistered', 'registered', 'dismissed'] as const satisfies SystemState[]

export interface Line {
  state: SystemState
  /** An SVG path of steps: a number holds until a day says otherwise. */
  path: string
  last: { x: number; y: number; count: number }
}

export interface Picture {
  lines: Line[]
  /** Heights of the grid with what they stand for. */
  grid: { y: number; count: number }[]
}

/** `most` rounded up to 1, 2 or 5 times a power of ten, so that the grid has plain numbers. */
export function ceiling(most: number): number {
  if (most <= 4) return 4
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((times) => times * power >= most) ?? 10
  return step * power
}

export function pictureOf(days: readonly TrendDay[], width: number, height: number): Picture {
  const top = ceiling(Math.max(1, ...days.flatMap((day) => trendStates.map((state) => day[state]))))
  const xOf = (i: number): number => round(days.length < 2 ? width : (i / (days.length - 1)) * width)
  const yOf = (count: number): number => round(height - (count / top) * height)
  const lines = trendStates.map((state): Line => {
    const points = days.map((day, i) => ({ x: xOf(i), y: yOf(day[state]), count: day[state] }))
    const path = points.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('')
    return { state, path, last: points.at(-1) ?? { x: width, y: height, count: 0 } }
  })
  return { lines, grid: [0, top / 2, top].map((count) => ({ y: yOf(count), count })) }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** For the table: days on which nothing changed are left out, but for the first and the last. */
export function changingDays(days: readonly TrendDay[]): TrendDay[] {
  const isNews = (day: TrendDay, before: TrendDay | undefined) =>
    before === undefined || trendStates.some((state) => day[state] !== before[state])
  return days.filter((day, i) => i === days.length - 1 || isNews(day, days[i - 1]))
}
