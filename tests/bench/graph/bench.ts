import { layout } from '../../../apps/collector/src/graph/layout.ts'
import type { Bench } from '../bench.ts'

const PITCH = 34
/** Four times as many nodes: linear work takes four times as long, quadratic work sixteen times. */
const FEW = estate(175, 55, 20)
const MANY = estate(700, 220, 80)

export const bench: Bench = {
  title: 'placing the nodes of the graph',
  async prepare() {
    return {
      setting: { nodes: MANY.nodes.length, 'a quarter of them': FEW.nodes.length },
      cases: [
        {
          name: 'four times the nodes',
          measures: 'that a graph costs as much as it is large; without reading its ways from the database',
          bar: { id: 'linear', most: 8 },
          a: { label: 'a thousand', run: () => layout(MANY.nodes, MANY.edges, PITCH) },
          b: { label: 'a quarter', run: () => layout(FEW.nodes, FEW.edges, PITCH) },
          warmUp: 20,
          rounds: 40,
        },
      ],
    }
  },
}

/** Systems with two models each, models with a host each. Numbers that look like chance and are not. */
function estate(systems: number, models: number, hosts: number) {
  let seed = 1
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const column = (size: number, at: number) =>
    Array.from({ length: size }, (_, i) => ({ column: at, name: `${at}-${i}` }))
  return {
    nodes: [...column(systems, 0), ...column(models, 1), ...column(hosts, 2)],
    edges: [
      ...Array.from({ length: systems * 2 }, (_, i) => ({ from: i % systems, to: systems + next(models) })),
      ...Array.from({ length: models }, (_, i) => ({
        from: systems + i,
        to: systems + models + next(hosts),
      })),
    ],
  }
}
