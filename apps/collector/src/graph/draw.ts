import {
  type Graph,
  GraphColumn,
  type GraphEdge,
  type GraphNode,
  type GraphWay,
  type SystemRow,
} from '@ai-census/api'
import type { Supplier } from '@ai-census/schema'
import { nodeId, stepsOf } from './choose.ts'
import { layout } from './layout.ts'
import type { Way } from './read-ways.ts'

/** What the inventory knows of the nodes. */
export interface Known {
  systems: ReadonlyMap<string, Pick<SystemRow, 'name' | 'state'>>
  suppliers: ReadonlyMap<string, Pick<Supplier, 'name' | 'review'>>
  /** By model. */
  retirements: ReadonlyMap<string, string>
}

type Drawing = Omit<Graph, 'systems' | 'waysLeftOut' | 'independent'>

const NODE = { width: 208, height: 26 }
/** Between the middles of two nodes of one column, and of two columns. */
const PITCH = 34
const STRIDE = 328

export function draw(ways: readonly Way[], known: Known): Drawing {
  const users = usersOf(ways)
  const columns = GraphColumn.options.filter((column) => users.nodes.some((node) => node.column === column))
  const index = new Map(users.nodes.map(({ id }, i) => [id, i]))
  const at = (column: GraphColumn, subject: string | null): number | null =>
    subject === null ? null : (index.get(nodeId(column, subject)) ?? null)
  const edges = users.edges.map(({ from, to, systems }): GraphEdge => {
    return { from: index.get(from) ?? 0, to: index.get(to) ?? 0, systems: systems.size }
  })
  const names = users.nodes.map(({ column, subject }) => nameOf(column, subject, known))
  const placed = users.nodes.map(({ column }, i) => ({
    column: columns.indexOf(column),
    name: names[i] ?? '',
  }))
  const { y } = layout(placed, edges, PITCH)
  const xOf = (column: GraphColumn): number => columns.indexOf(column) * STRIDE + NODE.width / 2
  return {
    columns: columns.map((column) => ({
      column,
      x: xOf(column),
      nodes: users.nodes.filter((node) => node.column === column).length,
    })),
    nodes: users.nodes.map(
      ({ id, column, subject, systems }, i): GraphNode => ({
        id,
        column,
        subject,
        name: names[i] ?? subject,
        x: xOf(column),
        y: (y[i] ?? 0) + NODE.height / 2,
        systems: systems.size,
        ...traitsOf(column, subject, known),
      }),
    ),
    edges,
    ways: ways.map((way): GraphWay => {
      const system = at('system', way.system)
      if (system === null) throw new Error('a way without its system')
      return {
        system,
        model: at('model', way.model),
        gateway: at('gateway', way.gateway),
        host: at('host', way.host),
        publisher: at('publisher', way.publisher),
        components: way.components,
      }
    }),
    width: columns.length === 0 ? 0 : (columns.length - 1) * STRIDE + NODE.width,
    height: y.length === 0 ? 0 : Math.max(...y) + NODE.height,
    nodeWidth: NODE.width,
    nodeHeight: NODE.height,
  }
}

interface UsedNode {
  id: string
  column: GraphColumn
  subject: string
  systems: Set<string>
}
interface UsedEdge {
  from: string
  to: string
  systems: Set<string>
}

/** Nodes and lines with the systems whose ways pass them, in an order that follows from what they are. */
function usersOf(ways: readonly Way[]): { nodes: UsedNode[]; edges: UsedEdge[] } {
  const nodes = new Map<string, UsedNode>()
  const edges = new Map<string, UsedEdge>()
  for (const way of ways) {
    let before: string | null = null
    for (const { column, subject } of stepsOf(way)) {
      const id = nodeId(column, subject)
      const node = nodes.get(id) ?? { id, column, subject, systems: new Set() }
      node.systems.add(way.system)
      nodes.set(id, node)
      if (before !== null) {
        const edge = edges.get(`${before}\n${id}`) ?? { from: before, to: id, systems: new Set() }
        edge.systems.add(way.system)
        edges.set(`${before}\n${id}`, edge)
      }
      before = id
    }
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    edges: [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge),
  }
}

function nameOf(column: GraphColumn, subject: string, { systems, suppliers }: Known): string {
  if (column === 'system') return systems.get(subject)?.name ?? subject
  if (column === 'model') return subject
  return suppliers.get(subject)?.name ?? subject
}

function traitsOf(column: GraphColumn, subject: string, known: Known): Partial<GraphNode> {
  if (column === 'system') {
    const system = known.systems.get(subject)
    return system ? { state: system.state } : {}
  }
  if (column === 'model') {
    const retiresOn = known.retirements.get(subject)
    return retiresOn ? { retiresOn } : {}
  }
  const supplier = known.suppliers.get(subject)
  return supplier ? { review: supplier.review } : {}
}
