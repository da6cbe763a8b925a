import { contextOf, contextTags, iso, known, type Tags, tagList } from '@ai-census/cloud-kit'
import type {
  AttributeValue,
  Claim,
  Context,
  Evidence,
  EvidenceMethod,
  Finding,
  FindingKind,
  Grade,
  Identifier,
  Relation,
} from '@ai-census/schema'
import { isOwnArn, modelIdOf, namedModel } from './model-ids.ts'
import type { Operation } from './permissions.ts'
import type { Place } from './place.ts'
import { claimsOf } from './tags.ts'

/** A resource as a target tells it; everything that all have in common is worked out here. */
export interface Thing {
  /** With the name or ARN the key: `sagemaker-endpoint`. */
  readonly type: string
  readonly kind: FindingKind
  readonly name: string
  /** The part of the key that stays the same for as long as the thing does. Default: the ARN, else the name. */
  readonly id?: string
  readonly arn?: string | undefined
  readonly grade: Grade
  readonly supplier?: string | null
  /** The supplier's name as AWS gives it, where no signature knows it. */
  readonly supplierName?: string | undefined
  readonly product?: string
  /** By its id or ARN, or as the row has worked it out. */
  readonly model?: string | { readonly id: string; readonly publisher?: string } | undefined
  readonly context?: Context
  readonly created?: Date | undefined
  readonly changed?: Date | undefined
  readonly identifiers?: readonly Identifier[]
  readonly relations?: readonly (Relation | null)[]
  readonly claims?: readonly Claim[]
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>
  readonly tags?: Tags
  /** Which operation said so. */
  readonly operation: Operation
  readonly method?: EvidenceMethod
  /** Default: strong. */
  readonly strength?: Evidence['strength']
}

export function thing(place: Place, it: Thing): Finding {
  const tags = it.tags ?? (it.arn ? place.tagsOf(it.arn) : {})
  const claims = [...claimsOf(tags), ...(it.claims ?? [])]
  const model = typeof it.model === 'string' ? namedModel(place, it.model) : it.model
  const relations = (it.relations ?? []).filter((one) => one !== null)
  return {
    key: `${it.type}:${it.id ?? it.arn ?? it.name}`.slice(0, 1024),
    kind: it.kind,
    supplier: it.supplier === undefined ? 'aws-ai-services' : it.supplier,
    ...(it.supplierName ? { supplierName: it.supplierName.slice(0, 256) } : {}),
    ...(it.product ? { product: it.product } : {}),
    name: it.name.slice(0, 512) || it.type,
    ...(model ? { model } : {}),
    grade: it.grade,
    context: it.context ?? contextOf(contextTags(tags)) ?? place.context ?? 'production',
    identifiers: [...arnIdentifier(it.arn), ...(it.identifiers ?? [])],
    attributes: known({
      account: place.account,
      region: place.region,
      createdAt: iso(it.created),
      changedAt: iso(it.changed),
      tags: tagList(tags),
      ...it.attributes,
    }),
    evidence: [evidence(place, it)],
    ...(relations.length > 0 ? { relations: relations.slice(0, 500) } : {}),
    ...(claims.length > 0 ? { claims: claims.slice(0, 50) } : {}),
  }
}

function evidence(
  place: Place,
  { type, operation, arn, name, method = 'api', strength = 'strong' }: Thing,
): Evidence {
  const at = operation.indexOf(':')
  return {
    method,
    rule: `aws/${type}`,
    strength,
    location: {
      api: `aws-${operation.slice(0, at)}`,
      operation: operation.slice(at + 1),
      resource: (arn ?? name).slice(0, 4096) || type,
      region: place.region,
    },
  }
}

/** Several operations say so: evidence of the others. */
export const alsoSaid = (place: Place, it: Thing, operation: Operation, method: EvidenceMethod): Evidence =>
  evidence(place, { ...it, operation, method })

export const arnIdentifier = (arn: string | undefined): Identifier[] =>
  arn && isOwnArn(arn) ? [{ type: 'arn', value: arn.slice(0, 2048) }] : []

export const toArn = (type: Relation['type'], arn: string | undefined): Relation | null =>
  arn && isOwnArn(arn) ? { type, to: { type: 'arn', value: arn.slice(0, 2048) } } : null

/** `arn:aws:sagemaker:eu-west-1:111122223333:model/fraud`; none where a part of its name is not known. */
export function arnOf(
  place: Place,
  service: string,
  ...resource: (string | undefined)[]
): string | undefined {
  if (resource.some((part) => !part)) return undefined
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource.join('')}`
}

/** An account's use of a model that is no resource of its own: what metrics, events and agents speak of. */
export const modelUseIdentifier = (place: Place, region: string, modelId: string): Identifier => ({
  type: 'resource-id',
  value: `aws:${place.account}/${region}/bedrock/${modelId}`.slice(0, 2048),
})

/** What Bedrock calls one's own thing by where it is called: metrics and events have the id alone or the ARN. */
export const ownUse = (place: Place, arn: string | undefined): Identifier[] => {
  const id = arn?.split('/').at(-1)
  return id ? [modelUseIdentifier(place, place.region, id)] : []
}

/** A resource that uses a model: the organisation's own by its ARN, AWS's by this account's use of it. */
export function toModel(place: Place, type: Relation['type'], arnOrId: string | undefined): Relation | null {
  if (!arnOrId) return null
  if (isOwnArn(arnOrId)) return toArn(type, arnOrId)
  return { type, to: modelUseIdentifier(place, place.region, modelIdOf(arnOrId)) }
}
