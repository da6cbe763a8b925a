import {
  claimsOfTags,
  contextOf,
  contextTags,
  known,
  plainAddresses,
  type Tags,
  tagList,
} from '@ai-census/cloud-kit'
import type {
  AttributeValue,
  EvidenceMethod,
  Finding,
  FindingKind,
  Grade,
  Identifier,
  Relation,
  Strength,
} from '@ai-census/schema'
import { apiOf, type Operation } from './operations.ts'
import { originOf } from './origin.ts'
import type { Place } from './place.ts'
import { at, groupOf, isArmId, type Resource, text } from './resource.ts'
import { tagsFrom } from './tags.ts'

/** A resource as a target tells it; everything that all have in common is worked out here. */
export interface Thing {
  /** With the ARM id the key: `cognitive-account`. */
  readonly type: string
  readonly kind: FindingKind
  /** What was listed. A sign of use has no resource of its own. */
  readonly resource?: Resource
  /** What stands above it, for region and tags where it has none itself. */
  readonly parent?: Resource
  /** The part of the key that stays the same for as long as the thing does. Default: the ARM id. */
  readonly id?: string
  readonly name?: string
  readonly grade: Grade
  readonly supplier: string | null
  /** The supplier's name as Azure gives it, where no signature knows it. */
  readonly supplierName?: string | undefined
  readonly product?: string | undefined
  readonly model?: ModelName | undefined
  readonly identifiers?: readonly Identifier[]
  readonly relations?: readonly (Relation | null)[]
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>
  /** Which operation said so. */
  readonly operation: Operation
  readonly method?: EvidenceMethod
  /** How much it proves. Default: strong. */
  readonly strength?: Strength
}

/** A model by the name that Azure gives it, and who makes it by the provider's own word (`format`). */
export interface ModelName {
  readonly id: string
  readonly publisher?: string | undefined
}

export function thing(place: Place, it: Thing): Finding {
  const { resource } = it
  const tags = tagsOf(it)
  const claims = claimsOfTags(tags)
  const relations = (it.relations ?? []).filter((one) => one !== null)
  const region = regionOf(it)
  const here = resource?.id ?? it.parent?.id ?? ''
  return {
    key: `${it.type}:${(it.id ?? resource?.id ?? it.name ?? '').toLowerCase()}`.slice(0, 1024),
    kind: it.kind,
    supplier: it.supplier,
    ...(it.supplierName ? { supplierName: it.supplierName.slice(0, 256) } : {}),
    ...(it.product ? { product: it.product.slice(0, 256) } : {}),
    name: (it.name ?? resource?.name ?? '').slice(0, 512) || it.type,
    ...(it.model ? { model: modelOf(place, it.model) } : {}),
    grade: it.grade,
    context: contextOf(contextTags(tags)) ?? contextOf([groupOf(here)]) ?? place.context ?? 'production',
    identifiers: [...armIdentifier(resource?.id), ...(it.identifiers ?? [])].slice(0, 200),
    attributes: known({
      subscription: place.subscription,
      resourceGroup: groupOf(here)?.toLowerCase(),
      region,
      ...originOf(resource?.json),
      tags: tagList(tags),
      ...plainAddresses(it.attributes ?? {}),
    }),
    evidence: [
      {
        method: it.method ?? 'api',
        rule: `azure/${it.type}`,
        strength: it.strength ?? 'strong',
        location: {
          api: `azure-${apiOf(it.operation).toLowerCase()}`,
          operation: it.operation.slice(it.operation.indexOf(':') + 1),
          resource: placeIn(it).slice(0, 4096),
          ...(region ? { region } : {}),
        },
      },
    ],
    ...(relations.length > 0 ? { relations: relations.slice(0, 500) } : {}),
    ...(claims.length > 0 ? { claims: claims.slice(0, 50) } : {}),
  }
}

const placeIn = ({ resource, id, name, type }: Thing): string => {
  const where = resource?.id ?? id ?? name ?? type
  return isArmId(where) ? where.toLowerCase() : where
}

/** What stands above it, nearest first. */
function* above({ parent }: Thing): Generator<Resource> {
  let here: Resource | undefined = parent
  while (here) {
    yield here
    // A child knows what it was listed below.
    here = 'parent' in here ? (here.parent as Resource | undefined) : undefined
  }
}

/** Children rarely have tags; whoever owns the account owns what is in it. */
function tagsOf(it: Thing): Tags {
  for (const one of [it.resource, ...above(it)]) {
    // What is no resource of Azure's own, such as an agent, has its tags among its properties.
    const own = { ...tagsFrom(at(one?.json, 'properties', 'tags')), ...tagsFrom(one?.json.tags) }
    if (Object.keys(own).length > 0) return own
  }
  return {}
}

function regionOf(it: Thing): string | undefined {
  for (const one of [it.resource, ...above(it)]) {
    const location = text(one?.json, 'location')
    // `West Europe` and `westeurope` are the same place.
    if (location) return location.toLowerCase().replace(/\s/g, '').slice(0, 128)
  }
  return undefined
}

/** Ids vary in case from answer to answer; one spelling is kept. */
export const armIdentifier = (id: string | undefined): Identifier[] =>
  isArmId(id) ? [{ type: 'azure-resource-id', value: id.toLowerCase().slice(0, 2048) }] : []

export function toArm(type: Relation['type'], id: string | undefined): Relation | null {
  const [to] = armIdentifier(id)
  return to ? { type, to } : null
}

/** People give hosts without a scheme: `api.openai.com/v1`. */
const BARE_HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/|$)/i

/** The host of an address, without what else an address may carry. */
export function hostOf(address: string | undefined): string | undefined {
  if (!address) return undefined
  try {
    const { hostname } = new URL(BARE_HOST.test(address) ? `https://${address}` : address)
    return hostname || undefined
  } catch {
    return undefined
  }
}

export const toHost = (type: Relation['type'], address: string | undefined): Relation | null => {
  const host = hostOf(address)
  return host ? { type, to: { type: 'host', value: host.slice(0, 2048) } } : null
}

function modelOf(place: Place, { id, publisher }: ModelName): NonNullable<Finding['model']> {
  const short = id.slice(0, 512)
  const maker = publisher ?? place.catalogue.modelOwner(short)?.publisher
  return maker ? { id: short, publisher: maker } : { id: short }
}
