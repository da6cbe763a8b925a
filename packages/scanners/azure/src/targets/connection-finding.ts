import type { Finding } from '@ai-census/schema'
import { hostOf, thing, toArm, toHost } from '../finding.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import { flag, isArmId, type Resource, text } from '../resource.ts'

/**
 * Categories of connections that name their supplier; what an address says counts more. The others of Azure's list are
 * stores, registries and business systems.
 */
const CATEGORIES: Readonly<Record<string, string>> = {
  aiservices: 'azure-ai-foundry',
  azureopenai: 'azure-openai',
  cognitivesearch: 'azure-ai-search',
  cognitiveservice: 'azure-ai-services',
  openai: 'openai',
  serp: 'serpapi',
  groundingwithbingsearch: 'azure-bing-search',
  groundingwithcustomsearch: 'azure-bing-search',
  bingllmsearch: 'azure-bing-search',
  databricks: 'databricks',
  azuredatabricks: 'databricks',
  azuredatabricksdeltalake: 'databricks',
  pinecone: 'pinecone',
  qdrant: 'qdrant',
  weaviate: 'weaviate',
  managedonlineendpoint: 'azure-machine-learning',
}
/** May lead to any supplier, so that one that nobody knows is worth a look. */
const OPEN =
  /^(apikey|customkeys|custom|generichttp|genericrest|remotetool|remotea2a|serverless|modelgateway|apimanagement|elasticsearch)$/i
const KEYS = /key|^pat$|token|password|^sas$|oauth|serviceprincipal/i

/** Of a connection its name, its target's host and how it signs in; never what it signs in with. */
export function* connectionFindings(
  place: Place,
  connection: Resource & { readonly parent: Resource },
  type: string,
  operation: Operation,
): Generator<Finding> {
  const { json, parent } = connection
  const category = text(json, 'properties', 'category')
  const target = text(json, 'properties', 'target')
  const auth = text(json, 'properties', 'authType')
  const supplier = supplierOf(place, category, target)
  // Storage, registries and databases are no AI.
  if (!supplier && !OPEN.test(category ?? '')) return
  const resourceId = [text(json, 'properties', 'metadata', 'ResourceId'), target].find(isArmId)
  yield thing(place, {
    type,
    kind: KEYS.test(auth ?? '') ? 'credential' : 'service',
    resource: connection,
    parent,
    grade: 'configured',
    supplier,
    supplierName: supplier ? undefined : (hostOf(target) ?? category),
    product: category,
    operation,
    relations: [toArm('depends-on', parent.id), toArm('calls', resourceId), toHost('calls', target)],
    attributes: {
      category,
      targetHost: hostOf(target),
      signsInWith: auth,
      sharedWithAll: flag(json, 'properties', 'isSharedToAll'),
      expiresAt: text(json, 'properties', 'expiryTime'),
    },
  })
}

function supplierOf(place: Place, category: string | undefined, target: string | undefined): string | null {
  const host = hostOf(target)
  const owner = host ? place.catalogue.hostOwner(host, pathOf(target))?.supplier : undefined
  if (owner) return owner
  const named = CATEGORIES[(category ?? '').toLowerCase()]
  return named && place.catalogue.suppliers.has(named) ? named : null
}

function pathOf(target: string | undefined): string {
  try {
    return new URL(target ?? '').pathname
  } catch {
    return '/'
  }
}
