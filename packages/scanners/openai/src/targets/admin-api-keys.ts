import type { Finding } from '@ai-census/schema'
import type { OpenAiApi } from '../client.ts'
import { evidence, instant, openAiFinding } from '../finding.ts'
import { canonicalRedacted } from '../redacted.ts'
import { AdminApiKey } from '../schema.ts'
import { organisationIdentifier } from './identifiers.ts'

export const listAdminKeys = (api: OpenAiApi): AsyncGenerator<AdminApiKey> =>
  api.list('admin_api_keys', AdminApiKey)

/** Admin keys cannot call models, but they can make keys that do. */
export function* adminKeyFindings(
  organisation: string,
  keys: readonly AdminApiKey[],
  since: number,
): Generator<Finding> {
  for (const key of keys) {
    const redacted = canonicalRedacted(key.redacted_value)
    yield openAiFinding({
      key: `credential:${key.id}`,
      kind: 'credential',
      name: key.name?.trim() || key.id,
      grade: (key.last_used_at ?? 0) >= since ? 'used' : 'configured',
      context: 'production',
      identifiers: [
        { type: 'openai-key-id', value: key.id },
        ...(redacted ? [{ type: 'key-redacted', value: `openai:${redacted}` }] : []),
      ],
      attributes: {
        type: 'admin-key',
        owner: key.owner?.name || key.owner?.id || undefined,
        ownerType: key.owner?.type ?? undefined,
        redacted: redacted ?? undefined,
        createdAt: instant(key.created_at),
        expiresAt: instant(key.expires_at),
        lastUsedAt: instant(key.last_used_at),
      },
      evidence: [evidence('api', 'admin-api-key', 'admin_api_keys', key.id)],
      relations: [{ type: 'depends-on', to: organisationIdentifier(organisation) }],
    })
  }
}
