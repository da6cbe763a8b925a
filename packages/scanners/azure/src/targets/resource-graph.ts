import { ScopeFailure } from '@ai-census/scanner-kit'
import type { FindingKind } from '@ai-census/schema'
import type { Arm } from '../arm.ts'
import { thing } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { type Json, type Resource, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'

interface Swept {
  readonly kind: FindingKind
  /** Whose list must have it too; none where no row of the table lists the type. */
  readonly listedBy?: Operation
}

const TYPES: Readonly<Record<string, Swept>> = {
  'microsoft.cognitiveservices/accounts': { kind: 'endpoint', listedBy: 'CognitiveServices:Accounts_List' },
  'microsoft.machinelearningservices/workspaces': {
    kind: 'workspace',
    listedBy: 'MachineLearning:Workspaces_List',
  },
  'microsoft.machinelearningservices/registries': {
    kind: 'workspace',
    listedBy: 'MachineLearning:Registries_List',
  },
  'microsoft.search/searchservices': { kind: 'knowledge-base', listedBy: 'Search:Services_List' },
  'microsoft.botservice/botservices': { kind: 'agent', listedBy: 'BotService:Bots_List' },
  'microsoft.databricks/workspaces': { kind: 'workspace', listedBy: 'Databricks:Workspaces_List' },
  // Grounding with Bing: what agents search the web with.
  'microsoft.bing/accounts': { kind: 'endpoint' },
  'microsoft.healthbot/healthbots': { kind: 'agent' },
  'microsoft.videoindexer/accounts': { kind: 'endpoint' },
}
const LISTS = Object.values(TYPES).flatMap(({ listedBy }) => listedBy ?? [])

interface Seen {
  readonly resource: Resource
  readonly type: string
  readonly swept: Swept
  /** Whether the list of its own type has it; null where there is none, or it could not be read. */
  readonly isListed: boolean | null
}

/** The ids of a list in lower case, read when first asked for; null where it cannot be, which its own row says. */
function lists(arm: Arm): (operation: Operation) => Promise<ReadonlySet<string> | null> {
  const known = new Map<Operation, Promise<ReadonlySet<string> | null>>()
  const read = async (operation: Operation) => {
    const ids = new Set<string>()
    try {
      for await (const { id } of arm.parents(operation)) ids.add(id.toLowerCase())
      return ids
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
      return null
    }
  }
  return (operation) => {
    const asked = known.get(operation) ?? read(operation)
    known.set(operation, asked)
    return asked
  }
}

const question = ({ subscription }: Place): Json => ({
  subscriptions: [subscription],
  query: `resources | where type in~ (${Object.keys(TYPES)
    .map((type) => `'${type}'`)
    .join(', ')}) | project id, name, type, kind, location, tags, sku | order by id asc`,
  options: { resultFormat: 'objectArray', $top: 1000 },
})

/**
 * The whole subscription in one question, against which the lists are checked: what it shows and its list did not is a
 * doubt, and a weak sign of the thing. It lags behind, so that it never takes a list's place.
 */
export const graphSweep = target({
  id: 'resource-graph',
  service: 'microsoft.resourcegraph',
  title: 'Resource Graph’s account of AI resources, against the lists',
  kinds: ['endpoint', 'workspace', 'knowledge-base', 'agent'],
  operations: ['ResourceGraph:Resources', ...LISTS],
  async *list(arm, place): AsyncGenerator<Seen> {
    const idsOf = lists(arm)
    for await (const resource of arm.list('ResourceGraph:Resources', { body: question(place) })) {
      const type = (text(resource.json, 'type') ?? '').toLowerCase()
      const swept = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
      if (!swept) continue
      const ids = swept.listedBy ? await idsOf(swept.listedBy) : null
      const isListed = ids ? ids.has(resource.id.toLowerCase()) : null
      if (isListed === false)
        arm.doubt(
          resource.id.toLowerCase(),
          'not-listed',
          `Resource Graph shows ${resource.name}, and the list of ${type} does not.`,
        )
      yield { resource, type, swept, isListed }
    }
  },
  *toFindings({ resource, type, swept, isListed }, place) {
    if (isListed) return
    const kind = text(resource.json, 'kind')
    yield thing(place, {
      type: 'resource-graph',
      kind: swept.kind,
      resource,
      grade: 'configured',
      supplier: ownerOf(place, type, kind),
      product: kind ?? type,
      operation: 'ResourceGraph:Resources',
      strength: swept.listedBy ? 'weak' : 'medium',
      attributes: { resourceType: type, resourceKind: kind, sku: text(resource.json, 'sku', 'name') },
    })
  },
})
