import { expect, it } from 'vitest'
import type { Graph, GraphColumn } from '#lib/types.ts'
import { focusOf, matching, neighbour, pageOf, stepsOf, waysThrough } from './ways.ts'

const node = (column: GraphColumn, subject: string, y: number) => ({
  id: `${column} ${subject}`,
  column,
  subject,
  name: subject,
  x: 0,
  y,
  systems: 1,
})
const way = (system: number, model: number | null, host: number, publisher: number | null) => ({
  system,
  model,
  gateway: null,
  host,
  publisher,
  components: 1,
})

/** Two use one model, each at another host. */
const graph: Graph = {
  nodes: [
    node('system', 'credit', 10),
    node('system', 'shop', 50),
    node('model', 'gpt-4o', 30),
    node('host', 'azure-openai', 10),
    node('host', 'openai', 50),
    node('publisher', 'openai', 30),
  ],
  edges: [
    { from: 0, to: 2, systems: 1 },
    { from: 1, to: 2, systems: 1 },
    { from: 2, to: 3, systems: 1 },
    { from: 2, to: 4, systems: 1 },
    { from: 3, to: 5, systems: 1 },
    { from: 4, to: 5, systems: 1 },
  ],
  ways: [way(0, 2, 3, 5), way(1, 2, 4, 5)],
  columns: [],
  width: 0,
  height: 0,
  nodeWidth: 0,
  nodeHeight: 0,
  systems: { drawn: 2, total: 2, capped: false },
  waysLeftOut: 0,
  independent: 0,
}

it('lights a host’s own systems, and not those that use the same model elsewhere', () => {
  expect(waysThrough(graph, 'supplier azure-openai')).toMatchObject({
    systems: [0],
    nodes: new Set([0, 2, 3, 5]),
    edges: new Set(['0 2', '2 3', '3 5']),
  })
})

it('takes a supplier for one, in whatever column it stands', () => {
  expect(waysThrough(graph, 'supplier openai')?.systems).toEqual([0, 1])
  expect(waysThrough(graph, 'model gpt-4o')?.systems).toEqual([0, 1])
  expect(waysThrough(graph, 'supplier nobody')).toBeNull()
})

it('leads along a column and along lines, and never off the drawing', () => {
  expect(neighbour(graph, 0, 'down')).toBe(1)
  expect(neighbour(graph, 1, 'down')).toBe(1)
  expect(neighbour(graph, 1, 'first')).toBe(0)
  expect(neighbour(graph, 0, 'right')).toBe(2)
  expect(neighbour(graph, 2, 'right')).toBe(3)
  expect(neighbour(graph, 5, 'left')).toBe(3)
  expect(neighbour(graph, 5, 'right')).toBe(5)
})

it('finds by name, and leads to the page of what it found', () => {
  expect(matching(graph, ' OPENAI')).toEqual([3, 4, 5])
  expect(matching(graph, '  ')).toEqual([])
  expect(pageOf({ column: 'model', subject: 'meta-llama/llama-3' })).toBe('/models/meta-llama%2Fllama-3')
  expect(pageOf({ column: 'publisher', subject: 'openai' })).toBe('/suppliers/openai')
  expect(focusOf({ column: 'host', subject: 'openai' })).toBe('supplier openai')
  expect(stepsOf(way(1, null, 4, null))).toEqual([1, 4])
})
