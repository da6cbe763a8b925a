import type { LayoutEdge, LayoutNode } from './layout.ts'

/**
 * Room for lines that pass a column: in each such column a place of its own for all lines to one node, so that none runs
 * behind what has nothing to do with it. Adds these places to `places`.
 */
export function makePassages(
  places: LayoutNode[],
  edges: readonly LayoutEdge[],
): { steps: LayoutEdge[]; of: number[][] } {
  const known = new Map<string, number>()
  const place = (column: number, to: number): number => {
    const key = `${column} ${to}`
    const at = known.get(key) ?? places.push({ column, name: places[to]?.name ?? '' }) - 1
    known.set(key, at)
    return at
  }
  const of = edges.map(({ from, to }) => {
    const [first, last] = [places[from]?.column ?? 0, places[to]?.column ?? 0]
    return Array.from({ length: Math.max(0, last - first - 1) }, (_, i) => place(first + 1 + i, to))
  })
  const steps = new Map<string, LayoutEdge>()
  edges.forEach(({ from, to }, i) => {
    const chain = [from, ...(of[i] ?? []), to]
    chain.slice(1).forEach((next, n) => {
      const before = chain[n] ?? from
      steps.set(`${before} ${next}`, { from: before, to: next })
    })
  })
  return { steps: [...steps.values()], of }
}
