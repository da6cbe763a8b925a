import type { FindingKind } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { conventions } from '../data/conventions.ts'
import type { Value } from '../signs.ts'
import type { Drafts } from './drafts.ts'
import { isPassive, type Reach } from './reach.ts'
import type { Repository } from './repository.ts'
import type { Tracer } from './trace.ts'

/** What code builds out of libraries: agents, MCP servers and clients, and the data sets that it loads. */
export function builtDrafts(
  repository: Repository,
  tracer: Tracer,
  reaches: readonly Reach[],
  drafts: Drafts,
): void {
  const { catalogue } = repository
  for (const reach of reaches) {
    const { file, call, served } = reach
    if (file.context === 'documentation') continue
    const called = served.name.split('.').at(-1) ?? ''
    // A method of what was made before is a use of it, no second one.
    if (!call.constructs && call.callee.split('.').at(-1) !== called) continue
    const loaded = datasetIn(served.module, served.name, call.positional[0] ?? null)
    const kind =
      loaded === undefined
        ? kindOf(catalogue, served.owner.supplier, served.owner.role, called, call.callee)
        : 'dataset'
    if (kind === null) continue
    const [given] = tracer.texts(
      file,
      loaded ?? call.named.name ?? (kind === 'agent' ? null : (call.positional[0] ?? null)),
    )
    if (kind === 'dataset' && given === undefined) continue
    const name = given ?? `${called} in ${file.path}`
    const draft = drafts.get({
      key: `${kind}:${kind === 'dataset' ? name : `${file.path}#${given ?? called}`}`,
      kind,
      supplier: served.supplier ?? null,
      name,
    })
    if (kind === 'agent') draft.optional.framework = served.owner.entry
    if (kind === 'dataset' && /^[\w.-]+\/[\w.-]+$/.test(name)) draft.identify('huggingface-dataset', name)
    draft.add({
      file,
      line: call.line,
      cell: call.cell,
      excerpt: call.excerpt,
      method: 'call',
      rule: `${served.owner.supplier}/${kind}`,
      strength: 'strong',
      grade: 'configured',
    })
  }
}

/** The data set that is read through a module of data sets: its name, or undefined where none is. */
function datasetIn(module: string, name: string, first: Value): Value | undefined {
  const parts = [...module.split(/[./]/), ...name.split('.')]
  const at = parts.findIndex((part) => conventions.datasetModule.test(part))
  const [read, ...more] = at < 0 ? [] : parts.slice(at + 1)
  if (read === undefined) return undefined
  if (read === 'load' && more.length === 0) return first
  if (more.at(-1) === 'load_data') return read
  const isClass = more.length === 0 && /^[A-Z]/.test(read) && !conventions.datasetGeneric.test(read)
  return isClass ? read : undefined
}

function kindOf(
  catalogue: Catalogue,
  supplier: string,
  role: string,
  called: string,
  callee: string,
): FindingKind | null {
  if (conventions.datasetLoad.test(callee)) return 'dataset'
  if (catalogue.suppliers.get(supplier)?.roles.includes('mcp')) {
    if (conventions.serverMade.test(called)) return 'mcp-server'
    return conventions.clientMade.test(called) ? 'mcp-client' : null
  }
  if (role === 'tooling' || isPassive(called)) return null
  return conventions.agentMade.test(called) && !callee.includes('()') ? 'agent' : null
}
