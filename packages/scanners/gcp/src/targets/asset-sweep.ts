import { ScopeFailure } from '@ai-census/scanner-kit'
import type { FindingKind } from '@ai-census/schema'
import { z } from 'zod'
import { thing } from '../finding.ts'
import type { Gcp } from '../gcp.ts'
import { projectOf } from '../listed.ts'
import { locationOf, numbered, type Place } from '../place.ts'
import { labels, lastOf, resource, text } from '../resource.ts'
import type { ServiceName } from '../services.ts'
import { target } from '../target.ts'

const PERMISSION = 'cloudasset.assets.searchAllResources'

interface Swept {
  readonly kind: FindingKind
  readonly service: ServiceName
  /** The list below a location that must have it too. */
  readonly list: string
  readonly permission: string
}

const vertex = (kind: FindingKind, list: string): Swept => ({
  kind,
  service: 'aiplatform',
  list: `/v1/PARENT/${list}`,
  permission: `aiplatform.${list}.list`,
})

const TYPES: Readonly<Record<string, Swept>> = {
  'aiplatform.googleapis.com/Endpoint': vertex('endpoint', 'endpoints'),
  'aiplatform.googleapis.com/Model': vertex('model', 'models'),
  'aiplatform.googleapis.com/Dataset': vertex('dataset', 'datasets'),
  'aiplatform.googleapis.com/Index': vertex('knowledge-base', 'indexes'),
  'aiplatform.googleapis.com/IndexEndpoint': vertex('endpoint', 'indexEndpoints'),
  'aiplatform.googleapis.com/ReasoningEngine': vertex('agent', 'reasoningEngines'),
  'aiplatform.googleapis.com/Featurestore': vertex('dataset', 'featurestores'),
  'dialogflow.googleapis.com/Agent': {
    kind: 'agent',
    service: 'dialogflow',
    list: '/v3/PARENT/agents',
    permission: 'dialogflow.agents.list',
  },
  'discoveryengine.googleapis.com/Engine': {
    kind: 'assistant',
    service: 'discoveryengine',
    list: '/v1/PARENT/collections/default_collection/engines',
    permission: 'discoveryengine.engines.list',
  },
  'discoveryengine.googleapis.com/DataStore': {
    kind: 'knowledge-base',
    service: 'discoveryengine',
    list: '/v1/PARENT/collections/default_collection/dataStores',
    permission: 'discoveryengine.dataStores.list',
  },
}
const LISTS = [...new Set(Object.values(TYPES).map(({ permission }) => permission))]

const Asset = z.object({ ...resource, assetType: text, location: text, labels })
const Named = z.object({ name: z.string() })

interface Seen {
  readonly asset: z.infer<typeof Asset>
  readonly name: string
  readonly swept: Swept
  /** Whether the list of its type has it; null where that could not be read, which its own row says. */
  readonly isListed: boolean | null
}

/** The names of a list in one location, read when first asked for. */
function lists(gcp: Gcp, place: Place) {
  const known = new Map<string, Promise<ReadonlySet<string> | null>>()
  const read = async ({ service, list, permission }: Swept, location: string) => {
    const all = new Set<string>()
    const path = list.replace('PARENT', `${projectOf(place)}/locations/${location}`)
    try {
      for await (const { name } of gcp.list({
        service,
        path,
        permission,
        location,
        key: lastOf(list),
        item: Named,
      }))
        all.add(numbered(place, name))
      return all
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
      return null
    }
  }
  return (swept: Swept, location: string) => {
    const key = `${swept.list} ${location}`
    const asked = known.get(key) ?? read(swept, location)
    known.set(key, asked)
    return asked
  }
}

/**
 * Cloud Asset Inventory's account of the project in one question, against which the lists are checked: what it shows and
 * its list did not is a doubt, and a weak sign of the thing. It lags behind, so that it never takes a list's place.
 */
export const assetSweep = target({
  id: 'asset-inventory',
  service: 'cloudasset',
  title: 'Cloud Asset Inventory’s account of AI resources, against the lists',
  kinds: ['endpoint', 'model', 'dataset', 'knowledge-base', 'agent', 'assistant'],
  operations: [PERMISSION, ...LISTS],
  async *list(gcp, place): AsyncGenerator<Seen> {
    const namesOf = lists(gcp, place)
    const assets = gcp.list({
      service: 'cloudasset',
      path: `/v1/${projectOf(place)}:searchAllResources`,
      permission: PERMISSION,
      key: 'results',
      query: { assetTypes: Object.keys(TYPES) },
      size: { pageSize: 500 },
      item: Asset,
    })
    for await (const asset of assets) {
      const swept = Object.hasOwn(TYPES, asset.assetType ?? '') ? TYPES[asset.assetType ?? ''] : undefined
      // `//aiplatform.googleapis.com/projects/…`
      const name = numbered(place, asset.name.replace(/^\/\/[^/]+\//, ''))
      const location = locationOf(name) ?? asset.location
      if (!swept || !location) continue
      const all = await namesOf(swept, location)
      const isListed = all ? all.has(name) : null
      if (isListed === false)
        gcp.doubt(name, 'not-listed', `Cloud Asset Inventory shows ${name}, and its list does not.`)
      yield { asset, name, swept, isListed }
    }
  },
  *toFindings({ asset, name, swept, isListed }, place) {
    if (isListed) return
    yield thing(place, {
      type: 'asset-inventory',
      kind: swept.kind,
      name: asset.displayName || lastOf(name),
      service: swept.service,
      resource: name,
      grade: 'configured',
      supplier: place.catalogue.gcpServiceOwner(`${swept.service}.googleapis.com`)?.supplier ?? null,
      created: asset.createTime,
      changed: asset.updateTime,
      labels: asset.labels,
      operation: PERMISSION,
      strength: 'weak',
      attributes: { assetType: asset.assetType, state: asset.state },
    })
  },
})
