import type { FindingKind, Identifier } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import type { Member } from './members.ts'

/**
 * Which identifier types name one thing wherever they are met (rule 6).
 * `own`: a thing of the organisation's own, so everybody who names it means the same one.
 * `shared`: the world's thing (a public model, an image): naming it in two places is two uses.
 * `weak`: strangers can have the same one (a key's four visible characters): it joins and relates only where it is
 * one-to-one, see `join-weak.ts`.
 * A type that is not listed describes and never joins (`purl`, `model-id`).
 */
const STRENGTH: Readonly<Record<string, 'own' | 'shared' | 'weak'>> = {
  arn: 'own',
  'azure-resource-id': 'own',
  'azure-deployment': 'own',
  deployment: 'own',
  'gcp-resource-name': 'own',
  'gcp-resource': 'own',
  'resource-id': 'own',
  'kubernetes-uid': 'own',
  host: 'own',
  'key-id': 'own',
  'key-fingerprint': 'own',
  'key-redacted': 'weak',
  'openai-assistant': 'own',
  'openai-organization': 'own',
  'openai-project': 'own',
  'huggingface-repo': 'shared',
  'image-digest': 'shared',
}

export const isStrong = (type: string): boolean => STRENGTH[type] !== undefined
export const isWeak = (type: string): boolean => STRENGTH[type] === 'weak'

/** Kinds that speak of somebody's use of a thing; two of them that name one thing are two uses of it. */
const CONSUMERS: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'service',
  'library',
  'assistant',
  'mcp-client',
])

/** Signs of use join whatever they speak of, so that they raise its grade. */
export const isSignOfUse = (kind: FindingKind): boolean => kind === 'usage'

const isPublic = (identifier: Identifier, catalogue: CatalogueFacts): boolean =>
  identifier.type === 'host' && catalogue.isPublicHost(identifier.value)

/** Whether things of any scope can meet by it; other identifiers mean something within their own scope only. */
export const isMeeting = (identifier: Identifier, catalogue: CatalogueFacts): boolean =>
  isStrong(identifier.type) && !isPublic(identifier, catalogue)

/** Not somebody's use of a thing, but a thing. */
export const isThing = (kind: FindingKind): boolean => !CONSUMERS.has(kind) && !isSignOfUse(kind)

export const identifierName = ({ type, value }: Identifier): string => `${type}:${value}`

/** Of `identifierName`; a local name is none. */
export const isWeakName = (name: string): boolean => isWeak(name.slice(0, name.indexOf(':')))

/** An identifier as its own scope understands it. */
export const localName = (scope: string, identifier: Identifier): string =>
  `${scope} ${identifierName(identifier)}`

/**
 * Members with the same bucket are one component. Of one kind and one identifier; uses of a shared thing, and
 * consumers, join only within one group.
 */
export function joinBucket(member: Member, identifier: Identifier): string {
  const { kind } = member.finding
  const bucket = `${identifierName(identifier)} ${kind}`
  const wide = STRENGTH[identifier.type] !== 'shared' && !CONSUMERS.has(kind)
  return wide ? bucket : `${bucket} ${member.group.key}`
}
