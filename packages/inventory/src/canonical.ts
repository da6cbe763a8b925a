import { digest, type Finding, type Identifier, type Scope } from '@ai-census/schema'

const lower = (value: string): string => value.toLowerCase()

/** `Acme.OpenAI.Azure.com:443.` → `acme.openai.azure.com`; a URL is reduced to its host. */
export function canonicalHost(value: string): string {
  const host = value
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/^[^@]*@/, '')
  return host.replace(/:(443|80)$/, '').replace(/\.$/, '')
}

/** Identifier types whose letters' case means nothing. Key material and paths of others are left as they are. */
const CANONICAL: Readonly<Record<string, (value: string) => string>> = {
  'azure-resource-id': (value) => lower(value).replace(/\/+$/, ''),
  'azure-deployment': lower,
  host: canonicalHost,
  'image-digest': lower,
  'huggingface-repo': lower,
  'key-fingerprint': lower,
}

export function canonicalIdentifier(identifier: Identifier): Identifier {
  const value = CANONICAL[identifier.type]?.(identifier.value) ?? identifier.value
  return value === identifier.value || value === '' ? identifier : { type: identifier.type, value }
}

const isArmId = (value: string): boolean => /\/subscriptions\//i.test(value)

/** Keys made of an ARM id mean the same in any case. */
export const canonicalKey = (key: string): string => (isArmId(key) ? lower(key) : key)

export const canonicalScopeKey = (key: string): string => (/^azure:/i.test(key) ? lower(key) : key)

export function canonicalScope(scope: Scope): Scope {
  const key = canonicalScopeKey(scope.key)
  return key === scope.key ? scope : { ...scope, key }
}

const byTypeAndValue = (a: Identifier, b: Identifier): number =>
  a.type < b.type ? -1 : a.type > b.type ? 1 : a.value < b.value ? -1 : a.value > b.value ? 1 : 0

/** Sorted, each once: identifiers are a set. */
export function canonicalIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  const sorted = identifiers.map(canonicalIdentifier).sort(byTypeAndValue)
  return sorted.filter((one, i) => i === 0 || byTypeAndValue(sorted[i - 1]!, one) !== 0)
}

/** The finding in the one spelling that the ledger keeps. */
export function canonicalFinding(finding: Finding): Finding {
  const relations = finding.relations?.map((r) => ({ ...r, to: canonicalIdentifier(r.to) }))
  return {
    ...finding,
    key: canonicalKey(finding.key),
    identifiers: canonicalIdentifiers(finding.identifiers),
    ...(relations && { relations }),
  }
}

/**
 * Hash of a canonical finding's content. The commit and permalink of evidence are left out: they move with every
 * commit, while the older permalink still shows the very line that was seen.
 */
export function findingHash(finding: Finding): string {
  const evidence = finding.evidence.map((one) => {
    if (!('path' in one.location)) return one
    const { commit: _commit, url: _url, ...location } = one.location
    return { ...one, location }
  })
  return digest({ ...finding, evidence })
}

/** Hash of what the thing is, without where it was seen: when this changes, a review may have to be done again. */
export const essenceHash = (finding: Finding): string =>
  digest([
    finding.supplier,
    finding.supplierName,
    finding.product,
    finding.model?.id.toLowerCase(),
    finding.framework,
    finding.relations,
  ])

/** The provider's creation time of the resource (`attributes.createdAt`), where the scanner tells one. */
export function creationTime(finding: Finding): string | null {
  const value = finding.attributes.createdAt
  return typeof value === 'string' ? value : null
}
