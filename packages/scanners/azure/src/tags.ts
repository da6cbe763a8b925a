import type { Claim } from '@ai-census/schema'
import { isJson } from './resource.ts'

export type Tags = Readonly<Record<string, string>>

/** Tags that people put on resources to say these things; keys are compared without case, `-`, `_` and `:`. */
const FIELDS: Readonly<Record<string, Claim['field']>> = {
  aisystem: 'system',
  application: 'system',
  applicationname: 'system',
  workloadname: 'system',
  app: 'system',
  system: 'system',
  service: 'system',
  businessowner: 'business-owner',
  owner: 'technical-owner',
  ownername: 'technical-owner',
  technicalowner: 'technical-owner',
  opsteam: 'technical-owner',
  team: 'technical-owner',
  environment: 'environment',
  env: 'environment',
  stage: 'environment',
  purpose: 'purpose',
  lifecycle: 'lifecycle',
  risklevel: 'risk-level',
}
/** More telling first, where several name a system. */
const SYSTEM_ORDER = [
  'aisystem',
  'application',
  'applicationname',
  'workloadname',
  'app',
  'system',
  'service',
]

const plain = (key: string): string => key.toLowerCase().replace(/[-_:. ]/g, '')
const squeeze = (value: string): string => value.trim().replace(/\s+/g, ' ').slice(0, 1024)
const fieldOf = (tag: string): Claim['field'] | undefined =>
  Object.hasOwn(FIELDS, plain(tag)) ? FIELDS[plain(tag)] : undefined

export function claimsOfTags(tags: Tags): Claim[] {
  const claims: Claim[] = []
  const system = SYSTEM_ORDER.find((key) =>
    Object.entries(tags).some(([tag, value]) => plain(tag) === key && squeeze(value)),
  )
  for (const [tag, value] of Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const field = fieldOf(tag)
    if (!field || !squeeze(value) || (field === 'system' && plain(tag) !== system)) continue
    if (!claims.some((claim) => claim.field === field))
      claims.push({ field, value: squeeze(value), source: 'tag' })
  }
  return claims
}

/** What tags say of the environment, for the context of use. */
export const contextTags = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([key, value]) => (fieldOf(key) === 'environment' ? [value] : []))

/** A tag that might hold a secret is not kept, whoever put it there. */
const isTelling = (key: string): boolean =>
  !/secret|password|passwd|token|credential|connection[-_ ]?string|api[-_ ]?key/i.test(key)

/** Tags as Resource Manager gives them, without what must not be kept. */
export function tagsFrom(value: unknown): Tags {
  const tags: Record<string, string> = {}
  if (!isJson(value)) return tags
  for (const [key, one] of Object.entries(value))
    if (typeof one === 'string' && isTelling(key)) tags[key] = one.slice(0, 256)
  return tags
}
