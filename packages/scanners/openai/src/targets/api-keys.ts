import type { Claim, Context, Finding } from '@ai-census/schema'
import type { OpenAiApi } from '../client.ts'
import { evidence, instant, openAiFinding } from '../finding.ts'
import { canonicalRedacted } from '../redacted.ts'
import { ApiKey } from '../schema.ts'
import { projectIdentifier, useIdentifier } from './identifiers.ts'
import type { ProjectActivity } from './tally.ts'

/**
 * `any`: without it the provider leaves out enabled keys whose owner can no longer reach the project, and those
 * are the ones that nobody looks after.
 */
export const listApiKeys = (api: OpenAiApi, project: string): AsyncGenerator<ApiKey> =>
  api.list(`projects/${encodeURIComponent(project)}/api_keys`, ApiKey, { owner_project_access: 'any' })

/** A key's owner in words: the user's mail address, or the service account's name. */
export function keyOwner({ owner }: ApiKey): string | undefined {
  if (owner?.user) return owner.user.email || owner.user.name || owner.user.id
  if (owner?.service_account) return owner.service_account.name || owner.service_account.id
  return undefined
}

export interface ApiKeyLook {
  project: string
  keys: readonly ApiKey[]
  used: ProjectActivity
  context: Context
  /** Unix seconds from which on something counts as use. */
  since: number
}

export function* apiKeyFindings({ project, keys, used, context, since }: ApiKeyLook): Generator<Finding> {
  for (const key of keys) {
    const models = used.models.filter(({ apiKeys }) => apiKeys.includes(key.id)).map(({ model }) => model)
    const owner = keyOwner(key)
    const redacted = canonicalRedacted(key.redacted_value)
    const isUsed = models.length > 0 || (key.last_used_at ?? 0) >= since
    yield openAiFinding({
      key: `credential:${key.id}`,
      kind: 'credential',
      name: key.name?.trim() || key.id,
      grade: isUsed ? 'used' : 'configured',
      context,
      identifiers: [
        { type: 'openai-key-id', value: key.id },
        ...(redacted ? [{ type: 'key-redacted', value: `openai:${redacted}` }] : []),
      ],
      attributes: {
        type: 'project-key',
        owner,
        ownerType: key.owner?.type ?? undefined,
        ownerAccess: key.owner_project_access ?? undefined,
        redacted: redacted ?? undefined,
        createdAt: instant(key.created_at),
        expiresAt: instant(key.expires_at),
        lastUsedAt: instant(key.last_used_at),
        models: models.length > 0 ? models.slice(0, 1000) : undefined,
      },
      evidence: [evidence('api', 'api-key', 'projects/{project_id}/api_keys', `${project}/${key.id}`)],
      relations: [
        { type: 'depends-on', to: projectIdentifier(project) },
        ...models
          .slice(0, 400)
          .map((model) => ({ type: 'uses' as const, to: useIdentifier(project, model) })),
      ],
      ...(owner ? { claims: ownerHint(owner) } : {}),
    })
  }
}

/** Who made a key is a hint about who runs what uses it, and no more: the weakest source there is. */
const ownerHint = (value: string): Claim[] => [{ field: 'technical-owner', value, source: 'inference' }]
