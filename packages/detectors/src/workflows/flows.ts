import { at, entriesOf, itemsOf, type Tree, textOf } from '../text/structure.ts'

/** A node of a workflow, as far as it concerns us. */
export interface FlowNode {
  readonly line: number
  readonly title: string
  /** What may name a supplier: the node's type, its label, its provider. */
  readonly names: readonly string[]
  /** A node of the tool's own for any service, AI or not. */
  readonly isPlain?: boolean
  /** It loads documents: whoever is named keeps or finds them, and answers with no model. */
  readonly isLoader?: boolean
  readonly agent: boolean
  readonly model: { readonly text: string; readonly line: number } | null
}

export interface Flow {
  /** Slug of the tool that wrote the export. */
  readonly tool: string
  readonly name: string | null
  readonly nodes: readonly FlowNode[]
  readonly line: number
}

/** The workflow that a file is an export of; null for every other file. */
export function flowOf(tree: Tree): Flow | null {
  return n8n(tree) ?? langflow(tree) ?? flowise(tree) ?? dify(tree)
}

function found(tool: string, name: string | null, nodes: readonly FlowNode[], line?: number): Flow | null {
  const [first] = nodes
  return first ? { tool, name, nodes, line: line ?? first.line } : null
}

/** n8n: nodes of the package for AI; those that are switched off do nothing. */
function n8n(tree: Tree): Flow | null {
  const nodes = itemsOf(at(tree, 'nodes')).flatMap((node): FlowNode[] => {
    const type = textOf(at(node, 'type'))?.split('.') ?? []
    const [kit = '', name = ''] = type
    const off = at(node, 'disabled')
    const isBase = kit === 'n8n-nodes-base'
    if (!(isBase || /n8n-nodes-langchain$/.test(kit)) || (off?.t === 'scalar' && off.value === true))
      return []
    const model = at(node, 'parameters', 'model') ?? at(node, 'parameters', 'modelId')
    return [
      {
        line: lineOf(node, 'type'),
        title: textOf(at(node, 'name')) ?? name,
        names: [name],
        ...(isBase ? { isPlain: true } : {}),
        agent: !isBase && /agent$/i.test(name),
        model: given(at(model, 'value') ?? model) ?? given(at(node, 'parameters', 'modelName')),
      },
    ]
  })
  return found('n8n', textOf(at(tree, 'name')), nodes)
}

/** Flowise: nodes with classes and a category. */
function flowise(tree: Tree): Flow | null {
  const nodes = itemsOf(at(tree, 'nodes')).flatMap((node): FlowNode[] => {
    const data = at(node, 'data')
    const category = textOf(at(data, 'category'))
    if (category === null || at(data, 'inputs') === null || at(data, 'label') === null) return []
    const inputs = at(data, 'inputs')
    return [
      {
        line: node.line,
        title: textOf(at(data, 'label')) ?? 'node',
        names: texts(at(data, 'name'), at(data, 'type'), at(data, 'label')),
        ...(/loaders?$/i.test(category) ? { isLoader: true } : {}),
        agent: /agent/i.test(category),
        model: given(at(inputs, 'modelName')) ?? given(at(inputs, 'model')),
      },
    ]
  })
  return found('flowise', textOf(at(tree, 'name')), nodes)
}

/** Langflow: components with a template. */
function langflow(tree: Tree): Flow | null {
  const nodes = itemsOf(at(tree, 'data', 'nodes')).flatMap((node): FlowNode[] => {
    const data = at(node, 'data')
    const template = at(data, 'node', 'template')
    const type = textOf(at(data, 'type'))
    if (template === null || type === null) return []
    return [
      {
        line: node.line,
        title: textOf(at(data, 'node', 'display_name')) ?? type,
        names: texts(at(data, 'type'), at(template, 'agent_llm', 'value')),
        agent: /agent/i.test(type),
        model: given(at(template, 'model_name', 'value')) ?? given(at(template, 'model', 'value')),
      },
    ]
  })
  return found('langflow', textOf(at(tree, 'name')), nodes)
}

/** Dify: an app, whose nodes or whose own configuration name a model with its provider. */
function dify(tree: Tree): Flow | null {
  if (at(tree, 'app') === null || !isDify(tree)) return null
  const agentic = textOf(at(tree, 'app', 'mode')) === 'agent-chat'
  const own = at(tree, 'model_config', 'model')
  const nodes = itemsOf(at(tree, 'workflow', 'graph', 'nodes')).flatMap((node): FlowNode[] => {
    const data = at(node, 'data')
    const type = textOf(at(data, 'type'))
    if (data && type === 'tool') return [difyTool(data)]
    const model = at(data, 'model') ?? at(data, 'agent_parameters', 'model', 'value')
    // A step that looks things up has what it found ranked.
    const ranking = at(data, 'multiple_retrieval_config', 'reranking_model')
    return [
      difyNode(model, data ?? node, type === 'agent'),
      ...(ranking ? [difyNode(ranking, ranking, false)] : []),
    ]
  })
  const all = [...(own ? [difyNode(own, own, agentic)] : []), ...nodes]
  return found('dify', textOf(at(tree, 'app', 'name')), all, lineOf(tree, 'kind'))
}

/** Exports of the first versions do not say what kind they are (docs.dify.ai, DSL 0.1). */
function isDify(tree: Tree): boolean {
  const kind = textOf(at(tree, 'kind'))
  if (kind !== null) return kind === 'app'
  const mode = textOf(at(tree, 'app', 'mode')) ?? ''
  const holds = at(tree, 'workflow', 'graph', 'nodes') ?? at(tree, 'model_config', 'model', 'provider')
  return /^(workflow|advanced-chat|chat|agent-chat|completion)$/.test(mode) && holds !== null
}

function difyNode(model: Tree | null, near: Tree, agent: boolean): FlowNode {
  const provider = textOf(at(model, 'provider'))
  return {
    line: model === null ? near.line : lineOf(model, 'provider'),
    title: textOf(at(near, 'title')) ?? 'app',
    // `langgenius/openai/openai` as well as `openai`.
    names: provider ? [provider.split('/').at(-1) ?? provider] : [],
    agent,
    model: given(at(model, 'name')) ?? given(at(model, 'model')),
  }
}

/** A tool of somebody's, which an app calls as a step. */
function difyTool(data: Tree): FlowNode {
  const provider = textOf(at(data, 'provider_id'))
  return {
    line: lineOf(data, 'provider_id'),
    title: textOf(at(data, 'title')) ?? 'tool',
    names: provider ? [provider.split('/').at(-1) ?? provider] : [],
    isPlain: true,
    agent: false,
    model: null,
  }
}

const given = (tree: Tree | null): FlowNode['model'] => {
  const text = textOf(tree)
  return tree && text ? { text, line: tree.line } : null
}

const texts = (...trees: readonly (Tree | null)[]): string[] => trees.flatMap((tree) => textOf(tree) ?? [])

const lineOf = (tree: Tree, key: string): number =>
  entriesOf(tree).find((entry) => entry.key === key)?.line ?? tree.line
