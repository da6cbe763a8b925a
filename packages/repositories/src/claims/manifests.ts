import type { Claim } from '@ai-census/schema'
import { parseAllDocuments } from 'yaml'
import { z } from 'zod'

const Text = z.string().trim().min(1).max(1024)

/** `ai-system.yaml`: what the people who build it say of the system that this repository is part of. */
const Declared = z.object({
  name: Text.optional().catch(undefined),
  system: Text.optional().catch(undefined),
  purpose: Text.optional().catch(undefined),
  businessOwner: Text.optional().catch(undefined),
  technicalOwner: Text.optional().catch(undefined),
  lifecycle: Text.optional().catch(undefined),
  riskLevel: Text.optional().catch(undefined),
})

/** The part of a Backstage entity that says whose the repository is and what it belongs to. */
const Entity = z.object({
  kind: z.string(),
  metadata: z.object({ name: Text, title: Text.optional(), description: Text.optional() }),
  spec: z
    .object({
      system: Text.optional().catch(undefined),
      owner: Text.optional().catch(undefined),
      lifecycle: Text.optional().catch(undefined),
    })
    .default({}),
})

export const declarationPaths = ['ai-system.yaml', 'ai-system.yml'] as const
export const catalogPaths = ['catalog-info.yaml', 'catalog-info.yml'] as const

export function declaredClaims(text: string): Claim[] {
  const declared = Declared.safeParse(documents(text)[0])
  if (!declared.success) return []
  const { name, system, purpose, businessOwner, technicalOwner, lifecycle, riskLevel } = declared.data
  return claims('manifest', {
    system: system ?? name,
    name,
    purpose,
    'business-owner': businessOwner,
    'technical-owner': technicalOwner,
    lifecycle,
    'risk-level': riskLevel,
  })
}

export function catalogClaims(text: string): Claim[] {
  for (const document of documents(text)) {
    const entity = Entity.safeParse(document)
    if (!entity.success || !/^(Component|API|System)$/.test(entity.data.kind)) continue
    const { kind, metadata, spec } = entity.data
    return claims('catalog', {
      system: spec.system ?? (kind === 'System' ? metadata.name : undefined),
      name: metadata.title ?? metadata.name,
      purpose: metadata.description,
      'technical-owner': spec.owner?.replace(/^(group|user):(default\/)?/, ''),
      lifecycle: spec.lifecycle,
    })
  }
  return []
}

/** A package's own name, as a last resort for the name of what it makes. */
export function packageName(path: string, text: string): string | null {
  if (path.endsWith('.json')) return /^\s*\{[\s\S]*?"name"\s*:\s*"([^"\n]{1,214})"/.exec(text)?.[1] ?? null
  const project = /^\[(?:project|tool\.poetry)\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(text)?.[1] ?? ''
  return /^name\s*=\s*["']([^"'\n]{1,214})["']/m.exec(project)?.[1] ?? null
}

/** Nothing that is written there can cost time: no alias is resolved more than a few times. */
function documents(text: string): unknown[] {
  try {
    const parsed = parseAllDocuments(text, { logLevel: 'silent' })
    return Array.isArray(parsed) ? parsed.map((one) => one.toJS({ maxAliasCount: 20 })) : []
  } catch {
    // Broken files are the detectors' to report; here they merely claim nothing.
    return []
  }
}

const claims = (
  source: Claim['source'],
  values: Partial<Record<Claim['field'], string | undefined>>,
): Claim[] =>
  Object.entries(values).flatMap(([field, value]) =>
    // Object.entries forgets that the keys are fields.
    value ? [{ field: field as Claim['field'], value, source }] : [],
  )
