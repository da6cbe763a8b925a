import { type Claim, parseRemote, remoteKey, type Scope } from '@ai-census/schema'
import { z } from 'zod'
import type { HostState, Kept } from './kept.ts'

/** Of a repository at a host what the look at it needs; kept for a thousand of them at once. */
export interface HostedRepository {
  /** Unchanging, and unlike that of any other at this host. */
  readonly id: string
  /** As people at the host call it: `acme/shop`. */
  readonly title: string
  /** Where people open it: decides the scope's key and where links lead. */
  readonly url: string
  /** Where git fetches it, without credentials. */
  readonly gitUrl: string
  /** Another one whenever somebody may have pushed; null where nothing tells. */
  readonly mark: string | null
  readonly branch: string | null
  /** Where the default branch stands; null without a commit, undefined where git must be asked. */
  readonly commit: string | null | undefined
  readonly claims: readonly Claim[]
}

/** Where a default branch stood, and by which mark. */
const KnownHead = z.object({
  mark: z.string().nullable(),
  branch: z.string().nullable(),
  /** Null in a repository without a commit. */
  commit: z.string().nullable(),
  askedAt: z.number(),
})
export type KnownHead = z.infer<typeof KnownHead>

export const headOf = (state: HostState, id: string): Kept<KnownHead> => state.record('heads', id, KnownHead)

/** The last look's commit, where the host shows that nobody pushed since; else undefined. */
export function knownCommit(
  state: HostState,
  { id, mark, branch }: Pick<HostedRepository, 'id' | 'mark' | 'branch'>,
  isFresh: (head: KnownHead) => boolean = () => true,
): string | null | undefined {
  const known = headOf(state, id).get()
  return known && mark !== null && known.mark === mark && known.branch === branch && isFresh(known)
    ? known.commit
    : undefined
}

/** The same key as a scan of a clone gives, so that both looks meet. Null where the host's address makes none. */
export function contentsScope(
  source: string,
  { url, title, claims }: Pick<HostedRepository, 'url' | 'title' | 'claims'>,
): Scope | null {
  const remote = parseRemote(url)
  if (!remote) return null
  return {
    key: remoteKey(remote),
    title: title.slice(0, 512),
    source,
    url,
    ...(claims.length > 0 ? { claims: [...claims] } : {}),
  }
}

/**
 * A facet of the repository: what its host keeps beside its files. `what` is part of the key, `title` is for
 * people; what names the system of the one names that of the other.
 */
export const facetScope = (contents: Scope, what: string, title: string, url: string): Scope => ({
  key: `${contents.key}#${what}`,
  title: `${contents.title.slice(0, 400)}: ${title}`,
  ...(contents.source ? { source: contents.source } : {}),
  url,
  ...(contents.claims ? { claims: contents.claims } : {}),
})

/** What people wrote about a repository at its host. */
export function hostClaims(
  description: string | null | undefined,
  isArchived: boolean,
  topics: readonly string[] = [],
  properties: Readonly<Record<string, unknown>> | null = null,
): Claim[] {
  const purpose = description?.trim().replace(/\s+/g, ' ').slice(0, 1024)
  return [
    ...(purpose ? [{ field: 'purpose', value: purpose, source: 'provider' } as const] : []),
    ...(isArchived ? [{ field: 'lifecycle', value: 'retired', source: 'provider' } as const] : []),
    ...topics.flatMap(topicClaim),
    ...Object.entries(properties ?? {}).flatMap(propertyClaim),
  ].slice(0, 50)
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

// Properties that an organisation gave all its repositories, by the names that tags have elsewhere.
const PROPERTIES: readonly (readonly [RegExp, Claim['field']])[] = [
  [/^(?:ai-?)?(?:system|application|app)(?:-name)?$/, 'system'],
  [/^(?:ai-?)?purpose$/, 'purpose'],
  [/^(?:business|product|ai)-?owner$/, 'business-owner'],
  [/^(?:(?:technical|tech|code|service)-?)?owner$|^(?:owning-?)?team$/, 'technical-owner'],
  [/^env(?:ironment)?$/, 'environment'],
  [/^(?:ai-?)?risk(?:-?(?:level|class|rating))?$/, 'risk-level'],
]

function propertyClaim([name, value]: [string, unknown]): Claim[] {
  const form = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-')
  const field = PROPERTIES.find(([pattern]) => pattern.test(form))?.[1]
  // A choice of several names none of them.
  const text = typeof value === 'string' ? value.trim().slice(0, 1024) : ''
  return field && text ? [{ field, value: text, source: 'tag' }] : []
}
