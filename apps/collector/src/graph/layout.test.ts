import { expect, it } from 'vitest'
import { layout, spread } from './layout.ts'

/** Systems in the first column, each with models of a few, these with hosts. Numbers that look like chance and are not. */
function estate(systems: number, models: number, hosts: number) {
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const nodes = [
    ...Array.from({ length: systems }, (_, i) => ({ column: 0, name: `s${i}` })),
    ...Array.from({ length: models }, (_, i) => ({ column: 1, name: `m${i}` })),
    ...Array.from({ length: hosts }, (_, i) => ({ column: 2, name: `h${i}` })),
  ]
  const edges = [
    ...Array.from({ length: systems * 2 }, (_, i) => ({ from: i % systems, to: systems + next(models) })),
    ...Array.from({ length: models }, (_, i) => ({ from: systems + i, to: systems + models + next(hosts) })),
  ]
  return { nodes, edges }
}

const PITCH = 34

it('keeps the nodes of a column apart, whatever hangs together', () => {
  const { nodes, edges } = estate(700, 220, 80)
  const { y } = layout(nodes, edges, PITCH)
  for (const column of [0, 1, 2]) {
    const heights = y.filter((_, i) => nodes[i]?.column === column).toSorted((a, b) => a - b)
    const gaps = heights.slice(1).map((height, i) => height - (heights[i] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PITCH - 1)
  }
  expect(Math.min(...y)).toBe(0)
})

it('draws lines that need not cross without a crossing', () => {
  const nodes = [
    ...['a', 'b', 'c'].map((name) => ({ column: 0, name })),
    ...['x', 'y', 'z'].map((name) => ({ column: 1, name })),
  ]
  const edges = [
    { from: 0, to: 5 },
    { from: 1, to: 4 },
    { from: 2, to: 3 },
  ]
  const { y } = layout(nodes, edges, PITCH)
  for (const { from, to } of edges) expect(y[from]).toBe(y[to])
})

it('places the same nodes at the same heights again, and none of none', () => {
  const { nodes, edges } = estate(60, 20, 8)
  expect(layout(nodes, edges, PITCH)).toEqual(layout(nodes, edges, PITCH))
  expect(layout([], [], PITCH)).toEqual({ y: [] })
})

it('moves as little as it can where wishes lie too close', () => {
  expect(spread([0, 0, 100], 10)).toEqual([-5, 5, 100])
  expect(spread([0, 50], 10)).toEqual([0, 50])
})
