import { names } from '@ai-census/cloud-kit'
import type { Identifier } from '@ai-census/schema'
import { cloudOf } from '../clouds.ts'
import { hostOf, thing, toArm, toHost } from '../finding.ts'
import { flag, type Json, list, number, text } from '../resource.ts'
import { ownerOf } from '../suppliers.ts'
import { target } from '../target.ts'

const texts = (json: Json, ...path: readonly string[]): string[] =>
  list(json, ...path).filter((one) => typeof one === 'string')

const own = (host: string | undefined): Identifier[] => (host ? [{ type: 'host', value: host }] : [])

export const searchServices = target({
  id: 'search-service',
  service: 'microsoft.search',
  title: 'AI Search services',
  kinds: ['knowledge-base'],
  operations: ['Search:Services_List'],
  list: (arm) => arm.list('Search:Services_List'),
  *toFindings(search, place) {
    const { json } = search
    yield thing(place, {
      type: 'search-service',
      kind: 'knowledge-base',
      resource: search,
      grade: 'deployed',
      supplier: ownerOf(place, 'Microsoft.Search/searchServices'),
      product: 'AI Search',
      operation: 'Search:Services_List',
      identifiers: own(`${search.name}.${cloudOf(place.cloud).search}`.toLowerCase()),
      attributes: {
        sku: text(json, 'sku', 'name'),
        semanticSearch: text(json, 'properties', 'semanticSearch'),
        replicas: number(json, 'properties', 'replicaCount'),
        partitions: number(json, 'properties', 'partitionCount'),
        publicNetworkAccess: text(json, 'properties', 'publicNetworkAccess'),
        keysDisabled: flag(json, 'properties', 'disableLocalAuth'),
        status: text(json, 'properties', 'status'),
      },
    })
  },
})

export const bots = target({
  id: 'bot',
  service: 'microsoft.botservice',
  title: 'Bots',
  kinds: ['agent'],
  operations: ['BotService:Bots_List'],
  list: (arm) => arm.list('BotService:Bots_List'),
  *toFindings(bot, place) {
    const { json } = bot
    yield thing(place, {
      type: 'bot',
      kind: 'agent',
      resource: bot,
      grade: 'deployed',
      supplier: ownerOf(place, 'Microsoft.BotService/botServices'),
      product: 'Bot Service',
      operation: 'BotService:Bots_List',
      // Where its messages go: the application that answers.
      relations: [toHost('calls', text(json, 'properties', 'endpoint'))],
      attributes: {
        botKind: text(json, 'kind'),
        displayName: text(json, 'properties', 'displayName'),
        description: text(json, 'properties', 'description'),
        endpointHost: hostOf(text(json, 'properties', 'endpoint')),
        application: text(json, 'properties', 'msaAppId'),
        identityKind: text(json, 'properties', 'msaAppType'),
        channels: names([
          ...texts(json, 'properties', 'configuredChannels'),
          ...texts(json, 'properties', 'enabledChannels'),
        ]),
        languageApps: names(texts(json, 'properties', 'luisAppIds')),
        publicNetworkAccess: text(json, 'properties', 'publicNetworkAccess'),
        keysDisabled: flag(json, 'properties', 'disableLocalAuth'),
      },
    })
  },
})

export const databricks = target({
  id: 'databricks-workspace',
  service: 'microsoft.databricks',
  title: 'Databricks workspaces',
  kinds: ['workspace'],
  operations: ['Databricks:Workspaces_List'],
  list: (arm) => arm.list('Databricks:Workspaces_List'),
  *toFindings(workspace, place) {
    const { json } = workspace
    const host = text(json, 'properties', 'workspaceUrl')?.toLowerCase()
    yield thing(place, {
      type: 'databricks-workspace',
      kind: 'workspace',
      resource: workspace,
      grade: 'configured',
      supplier: place.catalogue.suppliers.has('databricks') ? 'databricks' : null,
      product: 'Azure Databricks',
      operation: 'Databricks:Workspaces_List',
      identifiers: own(host && hostOf(`https://${host}`)),
      relations: [toArm('depends-on', text(json, 'properties', 'managedResourceGroupId'))],
      attributes: {
        sku: text(json, 'sku', 'name'),
        publicNetworkAccess: text(json, 'properties', 'publicNetworkAccess'),
        status: text(json, 'properties', 'provisioningState'),
      },
    })
  },
})
