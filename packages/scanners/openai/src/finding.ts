import type { AttributeValue, Evidence, EvidenceMethod, Finding, FindingKind, Grade } from '@ai-census/schema'

/** What all findings of this scanner have in common. */
export function openAiFinding(
  finding: Pick<Finding, 'key' | 'name' | 'context' | 'evidence'> & {
    kind: FindingKind
    grade: Grade
  } & Partial<Pick<Finding, 'model' | 'identifiers' | 'relations' | 'claims'>> & {
      attributes?: Record<string, AttributeValue | undefined>
    },
): Finding {
  const { attributes = {}, identifiers = [], name, ...rest } = finding
  return {
    ...rest,
    name: name.slice(0, 512),
    supplier: 'openai',
    product: 'OpenAI API',
    identifiers,
    attributes: withoutGaps(attributes),
  }
}

/** What is not known is left out: silence says nothing, null would say "none". */
function withoutGaps(attributes: Record<string, AttributeValue | undefined>): Record<string, AttributeValue> {
  const known: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) known[name] = value
  return known
}

export const evidence = (
  method: EvidenceMethod,
  rule: string,
  operation: string,
  resource: string,
): Evidence => ({
  method,
  rule: `openai/${rule}`,
  strength: 'strong',
  location: { api: 'openai-administration', operation: `GET /v1/organization/${operation}`, resource },
})

/** ISO 8601 in UTC, from Unix seconds. */
export const instant = (seconds: number | null | undefined): string | undefined =>
  seconds === null || seconds === undefined ? undefined : new Date(seconds * 1000).toISOString()

/** `2026-11-23`, from Unix seconds. */
export const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
