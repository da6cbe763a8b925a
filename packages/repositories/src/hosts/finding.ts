import type { AttributeValue, Evidence, EvidenceMethod } from '@ai-census/schema'

/** What is not known is left out: silence says nothing, null would say "none". */
export function known(
  attributes: Record<string, AttributeValue | undefined>,
): Record<string, AttributeValue> {
  const some: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) some[name] = value
  return some
}

export type EvidenceOf = (
  rule: string,
  /** The path as the host documents it. */
  operation: string,
  resource: string,
  method?: EvidenceMethod,
) => Evidence

/** Evidence from the API of one host, whose name the rule and the location have. */
export const evidenceFrom =
  (host: string): EvidenceOf =>
  (rule, operation, resource, method = 'api') => ({
    method,
    rule: `${host}/${rule}`,
    strength: 'strong',
    location: { api: host, operation: /^[A-Z]+ /.test(operation) ? operation : `GET ${operation}`, resource },
  })
