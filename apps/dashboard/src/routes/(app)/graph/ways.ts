/** What a drawing says of one thing: a supplier may stand in several columns, and is one supplier. */
import type { Graph, GraphColumn, GraphNode, GraphWay } from '#lib/types.ts'

export type Kind = 'system' | 'model' | 'supplier'

export const kindOf = (column: GraphColumn): Kind =>
  column === 'system' || column === 'model' ? column : 'supplier'

/** Names a thing in the address bar: `supplier openai`. */
export const focusOf = ({ column, subject }: Pick<GraphNode, 'column' | 'subject'>): string =>
  `${kindOf(column)} ${subject}`

export const columnLabels = {
  system: 'Systems',
  model: 'Models',
  gateway: 'Through',
  host: 'Served by',
  publisher: 'Made by',
} as const satisfies Record<GraphColumn, string>

/** The nodes of a way, left to right. */
export const stepsOf = ({ system, model, gateway, host, publisher }: GraphWay): number[] =>
  [system, model, gateway, host, publisher].filter((step) => step !== null)

/** What is lit while a thing is chosen: its own ways, and nothing that only shares a line with them. */
export interface Lit {
  ways: readonly GraphWay[]
  nodes: ReadonlySet<number>
  /** `from to`, by index. */
  edges: ReadonlySet<string>
  /** Indexes of systems, each once. */
  systems: readonly number[]
}

export function waysThrough(graph: Graph, focus: string): Lit | null {
  const own = new Set(graph.nodes.flatMap((node, i) => (focusOf(node) === focus ? [i] : [])))
  if (own.size === 0) return null
  const ways = graph.ways.filter((way) => stepsOf(way).some((step) => own.has(step)))
  const edges = ways.flatMap((way) => {
    const steps = stepsOf(way)
    return steps.slice(1).map((to, i) => `${steps[i]} ${to}`)
  })
  return {
    ways,
    nodes: new Set(ways.flatMap(stepsOf)),
    edges: new Set(edges),
    systems: [...new Set(ways.map(({ system }) => system))],
  }
}

export function matching(graph: Graph, text: string | undefined): number[] {
  const wanted = text?.trim().toLowerCase()
  if (!wanted) return []
  return graph.nodes.flatMap((node, i) => (node.name.toLowerCase().includes(wanted) ? [i] : []))
}

/** The page of a node’s thing. */
export function pageOf({ column, subject }: Pick<GraphNode, 'column' | 'subject'>): string {
  const id = encodeURIComponent(subject)
  return { system: `/systems/${id}`, model: `/models/${id}`, supplier: `/suppliers/${id}` }[kindOf(column)]
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** Where an arrow key leads from a node: along its column, or along a line to the neighbour that is nearest in height. */
export function neighbour(graph: Graph, at: number, direction: Direction): number {
  const here = graph.nodes[at]
  if (!here) return at
  const nearest = (candidates: readonly number[]): number =>
    candidates.reduce((best, one) => {
      const far = (i: number) => Math.abs((graph.nodes[i]?.y ?? 0) - here.y)
      return best === at || far(one) < far(best) ? one : best
    }, at)
  if (direction === 'left') return nearest(graph.edges.flatMap(({ from, to }) => (to === at ? [from] : [])))
  if (direction === 'right') return nearest(graph.edges.flatMap(({ from, to }) => (from === at ? [to] : [])))
  const column = graph.nodes
    .flatMap((node, i) => (node.column === here.column ? [i] : []))
    .sort((a, b) => (graph.nodes[a]?.y ?? 0) - (graph.nodes[b]?.y ?? 0))
  const place = column.indexOf(at)
  const to = { up: place - 1, down: place + 1, first: 0, last: column.length - 1 }[direction]
  return column[Math.max(0, Math.min(column.length - 1, to))] ?? at
}

/** In its own direction, whatever stands around it: between a first strong isolate and its pop. */
export const isolated = (text: string): string => `\u2068${text}\u2069`
