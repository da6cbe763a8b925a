import type { AttributeValue, Evidence, EvidenceMethod, Finding } from '@ai-census/schema'

/** What is not known is left out: silence says nothing, null would say "none". */
export function known(
  attributes: Record<string, AttributeValue | undefined>,
): Record<string, AttributeValue> {
  const some: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) some[name] = value
  return some
}

export const evidence = (
  rule: string,
  operation: string,
  resource: string,
  method: EvidenceMethod = 'api',
): Evidence => ({
  method,
  rule: `github/${rule}`,
  strength: 'strong',
  location: { api: 'github', operation: `GET ${operation}`, resource },
})

/** The organisation, for whatever else knows it. */
export const organisationIdentifier = (source: string): Finding['identifiers'][number] => ({
  type: 'github-organization',
  value: source.replace(/^github:/, ''),
})
