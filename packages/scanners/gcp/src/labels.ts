import type { Claim } from '@ai-census/schema'

export type Labels = Readonly<Record<string, string>>

/** Labels that people put on resources to say these things; keys are compared without `-` and `_`. */
const FIELDS: Readonly<Record<string, Claim['field']>> = {
  aisystem: 'system',
  application: 'system',
  app: 'system',
  system: 'system',
  service: 'system',
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
const plain = (key: string): string => key.toLowerCase().replace(/[-_]/g, '')
const fieldOf = (key: string): Claim['field'] | undefined =>
  Object.hasOwn(FIELDS, plain(key)) ? FIELDS[plain(key)] : undefined

/** One claim a field; the order of the table decides where several labels say it. */
export function claimsOfLabels(labels: Labels): Claim[] {
  const order = Object.keys(FIELDS)
  const sorted = Object.entries(labels).sort(([a], [b]) => order.indexOf(plain(a)) - order.indexOf(plain(b)))
  const claims: Claim[] = []
  for (const [key, value] of sorted) {
    const field = fieldOf(key)
    if (field && value.trim() && !claims.some((claim) => claim.field === field))
      claims.push({ field, value: value.trim().slice(0, 1024), source: 'tag' })
  }
  return claims
}

/** What labels say of the environment, for the context of use. */
export const contextLabels = (labels: Labels): string[] =>
  Object.entries(labels).flatMap(([key, value]) => (fieldOf(key) === 'environment' ? [value] : []))

/** A label that might hold a secret is not kept, whoever put it there. */
export const labelList = (labels: Labels): string[] =>
  Object.entries(labels)
    .filter(([key]) => !/secret|passw|token|credential|api[-_]?key/i.test(key))
    .map(([key, value]) => `${key}=${value}`.slice(0, 256))
    .sort()
    .slice(0, 50)
