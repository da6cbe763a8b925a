import { parseRemote, remoteKey } from '@ai-census/repositories'
import type { Claim, Scope } from '@ai-census/schema'
import type { Repository } from '../schema.ts'

/** What an organisation has beside its repositories, each with a coverage of its own. */
export const organisationScopes = {
  copilot: 'Copilot',
  'coding-agent': 'Copilot coding agent',
  apps: 'GitHub Apps',
  secrets: 'Actions secrets',
  variables: 'Actions variables',
} as const
export type OrganisationScope = keyof typeof organisationScopes

/** Of a repository what the scan of it needs; kept for a thousand of them at once. */
export interface RepositoryPlan {
  readonly id: number
  readonly fullName: string
  readonly pushedAt: string | null
  readonly branch: string | null
  /** Where the default branch stands; null without a commit, undefined where git must be asked. */
  readonly commit: string | null | undefined
  /** `https://github.com/acme/shop`: decides the scope's key and where links lead. */
  readonly url: string
}

export const organisationScope = (
  source: string,
  login: string,
  what: OrganisationScope,
  url: string,
): Scope => ({
  key: `${source}/${what}`,
  title: `${login}: ${organisationScopes[what]}`,
  source,
  url,
})

/** The same key as a scan of a clone gives, so that both looks meet. Null where GitHub's address makes none. */
export function contentsScope(source: string, repository: Repository): Scope | null {
  const remote = parseRemote(repository.html_url)
  if (!remote) return null
  const claims = claimsOf(repository)
  return {
    key: remoteKey(remote),
    title: repository.full_name,
    source,
    url: repository.html_url,
    ...(claims.length > 0 ? { claims } : {}),
  }
}

/** A facet of the repository: what GitHub keeps beside its files. */
export const settingsScope = (contents: Scope): Scope => ({
  key: `${contents.key}#actions`,
  title: `${contents.title}: Actions secrets and variables`,
  ...(contents.source ? { source: contents.source } : {}),
  url: `${contents.url}/settings/secrets/actions`,
  // What names the system of the one names that of the other.
  ...(contents.claims ? { claims: contents.claims } : {}),
})

/** What people wrote about the repository at GitHub. */
function claimsOf({ description, archived, topics = [] }: Repository): Claim[] {
  const purpose = description?.trim().replace(/\s+/g, ' ').slice(0, 1024)
  return [
    ...(purpose ? [{ field: 'purpose', value: purpose, source: 'provider' } as const] : []),
    ...(archived ? [{ field: 'lifecycle', value: 'retired', source: 'provider' } as const] : []),
    ...topics.flatMap(topicClaim),
  ]
}

// Topics of the form `system-checkout`, `env-production`, `team-care`: a label that somebody put there on purpose.
const TOPICS: readonly (readonly [RegExp, Claim['field']])[] = [
  [/^system-(.+)$/, 'system'],
  [/^(?:env|environment)-(.+)$/, 'environment'],
  [/^(?:team|owner)-(.+)$/, 'technical-owner'],
]

const topicClaim = (topic: string): Claim[] =>
  TOPICS.flatMap(([form, field]) => {
    const value = form.exec(topic)?.[1]
    return value ? [{ field, value, source: 'tag' as const }] : []
  })
