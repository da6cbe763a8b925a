import { z } from 'zod'
import { Evidence } from './evidence.ts'
import { Explanation } from './explanation.ts'
import { Suppression } from './suppression.ts'
import { Context, FindingKind, Grade, SupplierSlug } from './vocabulary.ts'

/**
 * A name by which the world knows the thing. `type` is lower-case and hyphenated; the inventory knows which
 * types join findings of different scopes (`arn`, `azure-resource-id`, `host`, `image-digest`,
 * `huggingface-repo`, `key-fingerprint`, `key-redacted`, …) and which only describe (`purl`, `model-id`).
 */
export const Identifier = z.object({
  type: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
  value: z.string().min(1).max(2048),
})
export type Identifier = z.infer<typeof Identifier>

export const RelationType = z.enum(['uses', 'calls', 'serves', 'trained-on', 'built-from', 'depends-on'])
export type RelationType = z.infer<typeof RelationType>

/** A relation that the evidence states, to whatever carries that identifier, in any scope. */
export const Relation = z.object({ type: RelationType, to: Identifier })
export type Relation = z.infer<typeof Relation>

/** The fields that a source may have an opinion on. The inventory ranks opinions by `source`. */
export const ClaimField = z.enum([
  'system',
  'name',
  'purpose',
  'business-owner',
  'technical-owner',
  'lifecycle',
  'environment',
  'risk-level',
])
export type ClaimField = z.infer<typeof ClaimField>

/** Where a claim comes from, strongest first (the order is the rank). */
export const ClaimSource = z.enum([
  'manifest',
  'tag',
  'catalog',
  'provider',
  'codeowners',
  'administrators',
  'stack',
  'container',
  'inference',
])
export type ClaimSource = z.infer<typeof ClaimSource>

/** What a source says of a field, e.g. CODEOWNERS of the technical owner. Silence is no claim. */
export const Claim = z.object({
  field: ClaimField,
  value: z.string().min(1).max(1024),
  source: ClaimSource,
})
export type Claim = z.infer<typeof Claim>

export const AttributeValue = z.union([
  z.string().max(4096),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(1024)).max(1000),
])
export type AttributeValue = z.infer<typeof AttributeValue>

/** A model as the code or the provider names it; `publisher` is the supplier that made it. */
export const FindingModel = z.object({ id: z.string().min(1).max(512), publisher: SupplierSlug.optional() })
export type FindingModel = z.infer<typeof FindingModel>

export const Finding = z.object({
  /** Stable within its scope from scan to scan, e.g. `service:openai`, `model:openai:gpt-4o`. */
  key: z.string().min(1).max(1024),
  kind: FindingKind,
  /** Who serves it; null when no signature knows (then `supplierName` keeps the raw name). */
  supplier: SupplierSlug.nullable(),
  supplierName: z.string().max(256).optional(),
  product: z.string().max(256).optional(),
  name: z.string().min(1).max(512),
  framework: z.string().max(128).optional(),
  model: FindingModel.optional(),
  grade: Grade,
  context: Context,
  identifiers: z.array(Identifier).max(200),
  attributes: z.record(z.string().max(128), AttributeValue),
  evidence: z.array(Evidence).min(1).max(200),
  relations: z.array(Relation).max(500).optional(),
  claims: z.array(Claim).max(50).optional(),
  /** Present where all its evidence is suppressed, or somebody accepted it (and perhaps no longer does). */
  suppression: Suppression.optional(),
  /** Only where it was asked for. */
  explanation: Explanation.optional(),
})
export type Finding = z.infer<typeof Finding>

/**
 * The finding's key as it is on every machine: that of a credential holds a fingerprint under the deployment's own
 * secret, so that its supplier and redacted form stand for it where lists cross machines.
 */
export function portableKey({ key, kind, supplier, identifiers }: Finding): string {
  const redacted = kind === 'credential' ? identifiers.find(({ type }) => type === 'key-redacted') : undefined
  const value = redacted?.value.slice(redacted.value.indexOf(':') + 1)
  return value === undefined ? key : `credential:${supplier ?? 'unknown'}:${value}`
}

/** Whether the outputs of a scan leave it out of their counts. The inventory never does: people decide there. */
export const isSuppressed = ({ suppression }: Pick<Finding, 'suppression'>): boolean =>
  suppression?.status === 'active'
