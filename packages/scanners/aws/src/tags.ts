import type { Claim } from '@ai-census/schema'
import type { Tags } from './place.ts'

/** Tags that people put on resources to say these things; keys are compared without case, `-`, `_` and `:`. */
const FIELDS: Readonly<Record<string, Claim['field']>> = {
  aisystem: 'system',
  application: 'system',
  applicationname: 'system',
  app: 'system',
  system: 'system',
  service: 'system',
  awsapplication: 'system',
  businessowner: 'business-owner',
  owner: 'technical-owner',
  technicalowner: 'technical-owner',
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
  'app',
  'system',
  'service',
  'awsapplication',
]
const STACK = 'aws:cloudformation:stack-name'

const plain = (key: string): string => key.toLowerCase().replace(/[-_:. ]/g, '')
const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 1024)

export function claimsOfTags(tags: Tags): Claim[] {
  const claims: Claim[] = []
  const system = SYSTEM_ORDER.find((key) =>
    Object.entries(tags).some(([tag, value]) => plain(tag) === key && squeeze(value)),
  )
  for (const [tag, value] of Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = plain(tag)
    const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined
    if (!field || !squeeze(value) || (field === 'system' && key !== system)) continue
    if (!claims.some((claim) => claim.field === field))
      claims.push({ field, value: squeeze(value), source: 'tag' })
  }
  const stack = tags[STACK]
  if (stack) claims.push({ field: 'system', value: squeeze(stack), source: 'stack' })
  return claims
}

/** What tags say of the environment, for the context of use. */
export const contextTags = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([key, value]) => (FIELDS[plain(key)] === 'environment' ? [value] : []))

/** A tag that might hold a secret is not kept, whoever put it there. */
const isTelling = (key: string): boolean => !/secret|password|passwd|token|credential|api[-_ ]?key/i.test(key)

/** Tags as the SDK gives them, by key, without what must not be kept. */
export function tagsFrom(
  list: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Tags {
  const tags: Record<string, string> = {}
  for (const { Key, Value } of list ?? []) if (Key && isTelling(Key)) tags[Key] = (Value ?? '').slice(0, 256)
  return tags
}
