import type { Claim } from '@ai-census/schema'

/** What people put on resources, by key: tags, labels. */
export type Tags = Readonly<Record<string, string>>

/**
 * Tags that say these things, the more telling first where several say one. Keys are compared without case and without what
 * parts their words.
 */
const FIELDS: Readonly<Record<string, Claim['field']>> = {
  aisystem: 'system',
  application: 'system',
  applicationname: 'system',
  workloadname: 'system',
  app: 'system',
  system: 'system',
  service: 'system',
  awsapplication: 'system',
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
const ORDER = Object.keys(FIELDS)

const plain = (key: string): string => key.toLowerCase().replace(/[-_:. ]/g, '')
const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 1024)
const fieldOf = (key: string): Claim['field'] | undefined =>
  Object.hasOwn(FIELDS, plain(key)) ? FIELDS[plain(key)] : undefined

/** One claim a field. */
export function claimsOfTags(tags: Tags): Claim[] {
  const claims: Claim[] = []
  const telling = Object.entries(tags)
    .filter(([key, value]) => fieldOf(key) && squeeze(value))
    .sort(([a], [b]) => ORDER.indexOf(plain(a)) - ORDER.indexOf(plain(b)) || (a < b ? -1 : 1))
  for (const [key, value] of telling) {
    const field = fieldOf(key)
    if (field && !claims.some((claim) => claim.field === field))
      claims.push({ field, value: squeeze(value), source: 'tag' })
  }
  return claims
}

/** What tags say of the environment, for the context of use. */
export const contextTags = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([key, value]) => (fieldOf(key) === 'environment' ? [value] : []))

const SECRET = /secret|passw|token|credential|connection[-_ ]?string|api[-_ ]?key/i

/** Without those that might hold a secret, whoever put it there. */
export const keptTags = (tags: Iterable<readonly [key: string, value: string]>): Tags =>
  Object.fromEntries(
    [...tags].filter(([key]) => key && !SECRET.test(key)).map(([key, value]) => [key, value.slice(0, 256)]),
  )

/** Tags as an attribute. */
export function tagList(tags: Tags): string[] | undefined {
  const all = Object.entries(tags).map(([key, value]) => `${key}=${value}`)
  return all.length > 0 ? all.sort().slice(0, 50) : undefined
}
