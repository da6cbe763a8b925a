import { looksLikeModel } from '../code/places.ts'
import type { Detector, Input } from '../detector.ts'
import { offersModels } from '../hosting.ts'
import type { FileSigns, ModelSign, NamedSign } from '../signs.ts'
import { readJson, readYaml } from '../text/structure.ts'
import { type Flow, type FlowNode, flowOf } from './flows.ts'
import { serviceNamed, supplierNamed } from './supplier-named.ts'

/** Exports of workflow tools: the tool, the agents, and whom its nodes reach with which models. */
export const workflowExports: Detector = {
  id: 'workflows/exports',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ extension, name }) =>
    ['json', 'yaml', 'yml'].includes(extension) &&
    !/^(package(-lock)?|composer|tsconfig[\w.-]*)\.json$/.test(name),
  analyse(input) {
    // The forms are told apart by the tree; these words are in each of them.
    if (!/"(nodes|edges)"\s*:|^kind:\s*["']?app\b|^app:\s*$/m.test(input.text)) return {}
    const trees = input.extension === 'json' ? [readJson(input.lines)] : readYaml(input.lines)
    const flow = trees.map(flowOf).find((found) => found !== null)
    return flow ? flowSigns(input, flow) : {}
  },
  // No export is that large; models and addresses in such a file are read by lines.
  large: () => ({}),
}

/** Of nodes for anything those count that reach AI; where none is left, the workflow is none of ours. */
function concerning(catalogue: Input['catalogue'], { nodes, ...flow }: Flow): Flow | null {
  const kept = nodes.filter(({ isPlain, names }) => !isPlain || serviceNamed(catalogue, names) !== null)
  return kept.length > 0 ? { ...flow, nodes: kept } : null
}

function supplierOf(catalogue: Input['catalogue'], { isPlain, isLoader, names }: FlowNode): string | null {
  if (isPlain) return serviceNamed(catalogue, names)
  const supplier = supplierNamed(catalogue, names)
  return isLoader && offersModels(catalogue, supplier ?? '') ? null : supplier
}

function flowSigns(input: Input, whole: Flow): FileSigns {
  const { catalogue } = input
  const flow = concerning(catalogue, whole)
  if (!flow) return {}
  const place = (line: number) => ({ line, excerpt: input.excerpt(line) })
  const named: NamedSign[] = [
    {
      type: 'pipeline',
      name: flow.name ?? input.path,
      supplier: flow.tool,
      attributes: { tool: flow.tool },
      ...place(flow.line),
    },
  ]
  const models: ModelSign[] = []
  for (const node of flow.nodes) {
    const supplier = supplierOf(catalogue, node)
    if (node.agent)
      named.push({
        type: 'agent',
        name: `${input.path}#${node.title}`,
        supplier: flow.tool,
        attributes: { tool: flow.tool },
        ...place(node.line),
      })
    if (supplier === null) continue
    named.push({ type: 'node', name: supplier, supplier, ...place(node.line) })
    if (node.model && looksLikeModel(node.model.text))
      models.push({
        value: node.model.text,
        place: 'model',
        supplier,
        method: 'configuration',
        strength: 'strong',
        ...place(node.model.line),
      })
  }
  return { named, models }
}
