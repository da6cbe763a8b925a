/**
 * Places for a drawing in columns: every node's column is given, so what is left is their order in it, with few crossings,
 * and their heights, with lines as level as they can be. Deterministic; some ms for a thousand nodes
 * (docs/decisions/0082-columns-are-known.md).
 */
export interface LayoutNode {
  /** From 0, left to right. */
  readonly column: number
  /** Breaks ties. */
  readonly name: string
}
/** By the nodes' indexes; from a column to one further right. */
export interface LayoutEdge {
  readonly from: number
  readonly to: number
}

const SWEEPS = 12
/** How often heights are pulled to their neighbours'. */
const PULLS = 6

/** The height of each node's middle, from 0; in one column at least `pitch` apart. */
export function layout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  pitch: number,
): { y: number[] } {
  const columns = columnsOf(nodes)
  const sides = sidesOf(nodes.length, edges)
  const rank = startRanks(columns, nodes.length)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0
    const neighbours = isForth ? sides.left : sides.right
    for (const column of isForth ? columns : columns.toReversed()) reorder(column, neighbours, rank)
  }
  const y = heightsOf(columns, sides, pitch, nodes.length)
  const top = Math.min(0, ...y)
  return { y: y.map((height) => Math.round(height - top)) }
}

interface Sides {
  left: readonly (readonly number[])[]
  right: readonly (readonly number[])[]
}

function columnsOf(nodes: readonly LayoutNode[]): number[][] {
  const columns: number[][] = []
  nodes.forEach(({ column }, i) => {
    const inColumn = columns[column]
    if (inColumn) inColumn.push(i)
    else columns[column] = [i]
  })
  const name = (i: number) => nodes[i]?.name ?? ''
  return columns.map((column) =>
    column.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b)),
  )
}

function sidesOf(count: number, edges: readonly LayoutEdge[]): Sides {
  const left: number[][] = Array.from({ length: count }, () => [])
  const right: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to } of edges) {
    right[from]?.push(to)
    left[to]?.push(from)
  }
  return { left, right }
}

/** Where each node stands in its column, from 0 to 1, so that columns of any length compare. */
function startRanks(columns: readonly number[][], count: number): number[] {
  const rank = new Array<number>(count).fill(0)
  for (const column of columns) setRanks(column, rank)
  return rank
}

function setRanks(column: readonly number[], rank: number[]): void {
  column.forEach((node, i) => {
    rank[node] = (i + 0.5) / column.length
  })
}

/** Sorts a column by where each node's neighbours stand; who has none keeps its place. */
function reorder(column: number[], neighbours: Sides['left'], rank: number[]): void {
  const wanted = new Map(
    column.map((node) => [node, meanOf(neighbours[node] ?? [], rank) ?? rank[node] ?? 0]),
  )
  const before = new Map(column.map((node, i) => [node, i]))
  column.sort(
    (a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || (before.get(a) ?? 0) - (before.get(b) ?? 0),
  )
  setRanks(column, rank)
}

function meanOf(nodes: readonly number[], value: readonly number[]): number | null {
  if (nodes.length === 0) return null
  return nodes.reduce((sum, node) => sum + (value[node] ?? 0), 0) / nodes.length
}

/** The longest column stands evenly; the others come as near to their neighbours as their order and `pitch` let them. */
function heightsOf(columns: readonly number[][], sides: Sides, pitch: number, count: number): number[] {
  const y = new Array<number>(count).fill(0)
  const longest = columns.reduce((most, column) => Math.max(most, column.length), 0)
  for (const column of columns) {
    const offset = ((longest - column.length) * pitch) / 2
    column.forEach((node, i) => {
      y[node] = offset + i * pitch
    })
  }
  for (let pull = 0; pull < PULLS; pull++) {
    for (const column of pull % 2 === 0 ? columns : columns.toReversed()) {
      if (column.length === longest) continue
      const wanted = column.map(
        (node) => meanOf([...(sides.left[node] ?? []), ...(sides.right[node] ?? [])], y) ?? y[node] ?? 0,
      )
      spread(wanted, pitch).forEach((height, i) => {
        y[column[i] ?? 0] = height
      })
    }
  }
  return y
}

/** The heights nearest to the wanted ones (least squares) that keep the order and the distance: pool adjacent violators. */
export function spread(wanted: readonly number[], pitch: number): number[] {
  const pools: { sum: number; size: number }[] = []
  wanted.forEach((height, i) => {
    let pool = { sum: height - i * pitch, size: 1 }
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop()
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size }
    }
    pools.push(pool)
  })
  return pools
    .flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size))
    .map((h, i) => h + i * pitch)
}
