import { SupplierReview, SupplierSlug, SystemState } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { name } from './common.ts'

/** The columns of the drawing, from what the organisation runs to who made what it runs on. */
export const GraphColumn = z.enum(['system', 'model', 'gateway', 'host', 'publisher'])
export type GraphColumn = z.infer<typeof GraphColumn>

export const GraphQuery = z.object({
  system: name.optional(),
  supplier: SupplierSlug.optional().describe('Only ways that pass this supplier, in whatever part'),
  model: name.optional().describe('Only ways that pass this model'),
  limit: z.coerce.number().int().min(10).max(1000).default(300).describe('The most nodes that are drawn'),
})

/** A supplier that both serves and makes models is a node in each of the two columns. */
export const GraphNode = z.object({
  /** Unique in the drawing: the column and what it is. */
  id: z.string(),
  column: GraphColumn,
  /** A system’s id, a model’s id, or a supplier’s slug. */
  subject: z.string(),
  name: z.string(),
  /** Of its middle, in units of the drawing. */
  x: z.int(),
  y: z.int(),
  /** How many of the systems drawn depend on it; of a system, 1. */
  systems: z.int(),
  state: SystemState.optional().describe('Of a system'),
  review: SupplierReview.optional().describe('Of a supplier in the register'),
  retiresOn: z.iso.date().optional().describe('Of a model'),
})
export type GraphNode = z.infer<typeof GraphNode>

/** Where nodes stand in `nodes`. */
const index = z.int()

/** A line between two nodes; several ways may share it. */
export const GraphEdge = z.object({ from: index, to: index, systems: z.int() })
export type GraphEdge = z.infer<typeof GraphEdge>

/**
 * One way of a system to what it depends on. Lines alone do not tell it: of two systems that use one model, each may
 * use it at another host.
 */
export const GraphWay = z.object({
  system: index,
  model: index.nullable(),
  gateway: index.nullable(),
  host: index.nullable(),
  publisher: index.nullable(),
  components: z.int(),
})
export type GraphWay = z.infer<typeof GraphWay>

export const Graph = z.object({
  columns: z.array(z.object({ column: GraphColumn, x: z.int(), nodes: z.int() })),
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  ways: z.array(GraphWay),
  /** Of the drawing, in its own units; a node is `nodeWidth` wide and `nodeHeight` high. */
  width: z.int(),
  height: z.int(),
  nodeWidth: z.int(),
  nodeHeight: z.int(),
  /** Live systems that the query asks for; with `capped` there are more. */
  systems: z.object({ drawn: z.int(), total: z.int(), capped: z.boolean() }),
  /** Ways of drawn systems that there was no room for. */
  waysLeftOut: z.int(),
  /** Systems that were looked at and depend on no supplier and no model; they are not drawn. */
  independent: z.int(),
})
export type Graph = z.infer<typeof Graph>

export const getGraph = endpoint({
  tag: 'graph',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/graph',
  summary: 'Systems, the models they use, who serves and who made these, with places to draw them at',
  query: GraphQuery,
  response: Graph,
})
