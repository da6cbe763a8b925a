import {
  claimsOfTags,
  contextOf,
  contextTags,
  iso,
  keptTags,
  known,
  makerNamed,
  plainAddresses,
  type Tags,
  tagList,
} from '@ai-census/cloud-kit'
import type {
  AttributeValue,
  Context,
  EvidenceMethod,
  Finding,
  FindingKind,
  Grade,
  Identifier,
  Relation,
  Strength,
} from '@ai-census/schema'
import { locationOf, numbered, type Place } from './place.ts'

/** A resource as a target tells it; everything that all have in common is worked out here. */
export interface Thing {
  readonly type: string
  readonly kind: FindingKind
  readonly name: string
  /** The part of the key that stays the same for as long as the thing does. Default: the resource, else the name. */
  readonly id?: string
  /** The service's host without its domain, which begins the full resource name. */
  readonly service: string
  /** `projects/p/locations/l/endpoints/e`, as Google gives it. */
  readonly resource?: string | undefined
  readonly grade: Grade
  readonly supplier?: string | null
  readonly product?: string
  /** A publisher's model (`publishers/google/models/gemini-2.5-pro`), or a model's bare name. */
  readonly model?: string | undefined
  readonly created?: string | undefined
  readonly changed?: string | undefined
  readonly labels?: Tags | undefined
  readonly identifiers?: readonly Identifier[]
  readonly relations?: readonly (Relation | null)[]
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>
  /** Which permission let it be read. */
  readonly operation: string
  readonly method?: EvidenceMethod
  /** How much it proves. Default: strong. */
  readonly strength?: Strength
  readonly context?: Context
}

export function thing(place: Place, it: Thing): Finding {
  const resource = it.resource ? numbered(place, it.resource) : undefined
  const labels = keptTags(Object.entries(it.labels ?? {}))
  const claims = claimsOfTags(labels)
  const relations = (it.relations ?? []).filter((one) => one !== null)
  const region = (resource && locationOf(resource)) ?? place.location
  return {
    key: `${it.type}:${it.id === undefined ? (resource ?? it.name) : numbered(place, it.id)}`.slice(0, 1024),
    kind: it.kind,
    supplier: it.supplier === undefined ? 'google-vertex-ai' : it.supplier,
    ...(it.product ? { product: it.product } : {}),
    name: it.name.slice(0, 512) || it.type,
    ...(it.model ? { model: modelOf(place, it.model) } : {}),
    grade: it.grade,
    context: it.context ?? contextOf(contextTags(labels)) ?? place.context ?? 'production',
    identifiers: [...resourceIdentifier(it.service, resource), ...(it.identifiers ?? [])],
    attributes: known({
      project: place.project.id,
      projectNumber: place.project.number,
      location: region,
      createdAt: iso(it.created),
      changedAt: iso(it.changed),
      labels: tagList(labels),
      ...numberedAll(place, plainAddresses(it.attributes ?? {})),
    }),
    evidence: [
      {
        method: it.method ?? 'api',
        rule: `gcp/${it.type}`,
        strength: it.strength ?? 'strong',
        location: {
          api: `gcp-${it.service}`,
          operation: it.operation,
          resource: (resource ?? it.name).slice(0, 4096) || it.type,
          region,
        },
      },
    ],
    ...(relations.length > 0 ? { relations: relations.slice(0, 500) } : {}),
    ...(claims.length > 0 ? { claims } : {}),
  }
}

/** Names of resources among the attributes, whichever name of the project they came with. */
function numberedAll(place: Place, attributes: Thing['attributes'] = {}): NonNullable<Thing['attributes']> {
  const one = (value: AttributeValue | undefined) => {
    if (typeof value === 'string') return numbered(place, value)
    return Array.isArray(value) ? value.map((name) => numbered(place, name)) : value
  }
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, one(value)]))
}

const fullName = (service: string, resource: string): string =>
  `//${service}.googleapis.com/${resource}`.slice(0, 2048)

/** Google's own things (publishers' models) have no project in their name: everybody's. */
const isOwn = (resource: string): boolean => resource.startsWith('projects/')

const resourceIdentifier = (service: string, resource: string | undefined): Identifier[] =>
  resource && isOwn(resource) ? [{ type: 'gcp-resource-name', value: fullName(service, resource) }] : []

/** A relation to a resource of the organisation's own; `@` and what follows is the version of a model. */
export function toResource(
  place: Place,
  type: Relation['type'],
  service: string,
  resource: string | undefined,
): Relation | null {
  if (!resource || !isOwn(resource) || resource.includes('/publishers/')) return null
  const value = fullName(service, numbered(place, resource.replace(/@[^/]*$/, '')))
  return { type, to: { type: 'gcp-resource-name', value } }
}

/** `projects/p/locations/l/publishers/google/models/gemini-2.5-pro@001` → publisher and model. */
export function publisherModel(name: string): { publisher: string; model: string } | null {
  const [, publisher, model] = /(?:^|\/)publishers\/([^/]+)\/models\/([^/@]+)/.exec(name) ?? []
  return publisher && model ? { publisher, model } : null
}

function modelOf(place: Place, named: string): NonNullable<Finding['model']> {
  const published = publisherModel(named)
  const id = (published?.model ?? named).slice(0, 512)
  // `google` is the maker of what it calls so; what others are called here may be a name of theirs or a shelf's.
  const publisher =
    place.catalogue.modelOwner(id)?.publisher ??
    (published ? makerNamed(place.catalogue, published.publisher) : undefined)
  return publisher ? { id, publisher } : { id }
}

/** A project's use of a publisher's model, which is no resource of its own. */
export const modelUse = (place: Place, location: string, publisher: string, model: string): Identifier => ({
  type: 'resource-id',
  value: `gcp:${place.project.number}/${location}/vertex/${publisher}/${model}`.slice(0, 2048),
})

/** A resource that uses a model: the organisation's own, or a publisher's by this project's use of it. */
export function toModel(place: Place, type: Relation['type'], name: string | undefined): Relation | null {
  const published = name ? publisherModel(name) : null
  if (!published) return toResource(place, type, 'aiplatform', name)
  const location = locationOf(name ?? '') ?? place.location
  return { type, to: modelUse(place, location, published.publisher, published.model) }
}

export const digestOf = (image: string | undefined): Identifier[] => {
  const value = /@(sha256:[0-9a-f]{64})$/.exec(image ?? '')?.[1]
  return value ? [{ type: 'image-digest', value }] : []
}
