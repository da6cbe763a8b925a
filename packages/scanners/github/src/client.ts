import { randomUUID } from 'node:crypto'
import { type Clock, ScopeFailure } from '@ai-census/scanner-kit'
import { createAppAuth } from '@octokit/auth-app'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import type { z } from 'zod'
import type { GitHubConfig } from './config.ts'
import { asRefusal, failureOf, isThrottled, type Refusal, waitFor } from './failures.ts'
import { wholeFetch } from './fetch.ts'
import { type Need, needs } from './needs.ts'
import { Heads, Installation, type Repository, Repository as RepositorySchema } from './schema.ts'

/** A page of a list, as it is and where to go on. */
export interface Page {
  readonly repositories: readonly Repository[]
  readonly etag: string | null
  readonly isLast: boolean
}

/**
 * By name, so that other pages stay as they were when somebody pushes to a repository of one; or those first that
 * were last pushed to, or last changed in whatever else.
 */
export type RepositoryOrder = 'full_name' | 'pushed' | 'updated'

/** Heads of default branches by node id: a commit, null for a repository without one. */
export type HeadsById = ReadonlyMap<string, string | null>

/** One organisation's part of the API. All failures are `ScopeFailure`s. */
export interface OrganisationApi {
  get<T>(path: string, schema: z.ZodType<T>, need: Need): Promise<T>
  /** All items of a list, page by page. */
  list<P, T>(
    path: string,
    page: z.ZodType<P>,
    items: (page: P) => readonly T[],
    need: Need,
  ): AsyncGenerator<T>
  /** A page of the organisation's repositories; null where it is as it was under `etag`. */
  repositories(order: RepositoryOrder, page: number, etag: string | null): Promise<Page | null>
  /** Where default branches stand, a hundred with one request; what GitHub does not say is left out. */
  heads(nodeIds: readonly string[]): Promise<HeadsById>
  /** A token for git, which may be one of the hour. */
  gitToken(): Promise<string>
  /** The app is installed for some repositories alone. */
  readonly isPartial: boolean
}

/** How requests are paced and repeated; a test makes it quick. */
export interface Pace {
  readonly clock: Clock
  /** Milliseconds before the first repetition after a server's error; the next ones wait 4 and 9 times as long. */
  readonly retryMs: number
  readonly now: () => number
}

const PER_PAGE = 100
/** Times that one request waits for a rate limit before its scope is `throttled`. */
const PATIENCE = 8
const GitHub = Octokit.plugin(retry, throttling)
type Client = InstanceType<typeof GitHub>

/** Opens an organisation's API: with the token, or as the app that is installed there. */
export async function openOrganisation(
  login: string,
  config: GitHubConfig,
  signal: AbortSignal,
  pace: Pace,
): Promise<OrganisationApi> {
  if (config.token) {
    const { token } = config
    return createApi(login, createClient(config, pace, { auth: token }), config, signal, pace, {
      isPartial: false,
      gitToken: async () => token,
    })
  }
  const app = { appId: config.appId ?? 0, privateKey: config.appPrivateKey ?? '' }
  const asApp = createClient(config, pace, { authStrategy: createAppAuth, auth: app })
  const path = `/orgs/${login}/installation`
  const { body: found } = await ask(asApp, path, Installation, installed, config, signal, pace)
  const auth = { ...app, installationId: found.id }
  const client = createClient(config, pace, { authStrategy: createAppAuth, auth })
  return createApi(login, client, config, signal, pace, {
    isPartial: found.repository_selection === 'selected',
    gitToken: async () => tokenOf(await client.auth({ type: 'installation' })),
  })
}

const installed: Need = { permission: 'installation', classic: 'none: the app must be installed there' }

function tokenOf(auth: unknown): string {
  if (typeof auth === 'object' && auth !== null && 'token' in auth && typeof auth.token === 'string')
    return auth.token
  throw new Error('The authentication of the app gave no token.')
}

function createClient({ apiUrl }: GitHubConfig, pace: Pace, auth: object): Client {
  const silent = () => undefined
  return new GitHub({
    ...auth,
    baseUrl: apiUrl.replace(/\/$/, ''),
    userAgent: 'ai-census',
    // What fails is said in the coverage; a log might show more than is good.
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: wholeFetch(apiUrl) },
    // The plugin keeps to GitHub's bounds on what runs at once. Its own waits cannot be interrupted and may
    // last an hour, so that the waiting is done in `ask`.
    throttle: { id: randomUUID(), onRateLimit: () => false, onSecondaryRateLimit: () => false },
    retry: { retryAfterBaseValue: pace.retryMs, doNotRetry: [304, 400, 401, 403, 404, 410, 422, 429, 451] },
  })
}

interface Access {
  readonly isPartial: boolean
  gitToken(): Promise<string>
}

function createApi(
  login: string,
  client: Client,
  config: GitHubConfig,
  signal: AbortSignal,
  pace: Pace,
  access: Access,
): OrganisationApi {
  const get = <T>(path: string, schema: z.ZodType<T>, need: Need, headers = {}) =>
    ask(client, path, schema, need, config, signal, pace, headers)
  return {
    ...access,
    get: async (path, schema, need) => (await get(path, schema, need)).body,
    async *list(path, schema, items, need) {
      const seen = new Set<string>()
      for (let next: string | null = withQuery(path, `per_page=${PER_PAGE}`); next; ) {
        if (seen.has(next))
          throw new ScopeFailure('failed', 'pagination-loop', `GET ${path} leads back to a page of its own.`)
        seen.add(next)
        const { body, link } = await get(next, schema, need)
        yield* items(body)
        next = nextOf(link, config.apiUrl)
      }
    },
    async repositories(order, page, etag) {
      const sort = order === 'full_name' ? order : `${order}&direction=desc`
      const path = `/orgs/${login}/repos?type=all&sort=${sort}&per_page=${PER_PAGE}&page=${page}`
      try {
        const schema = RepositorySchema.array()
        const answer = await get(path, schema, needs.metadata, etag ? { 'if-none-match': etag } : {})
        return {
          repositories: answer.body,
          etag: answer.etag,
          isLast: nextOf(answer.link, config.apiUrl) === null,
        }
      } catch (error) {
        if (asRefusal(error)?.status === 304) return null
        throw error
      }
    },
    async heads(nodeIds) {
      const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Repository { id defaultBranchRef { target { oid } } } } }`
      const heads = new Map<string, string | null>()
      const data = await client
        .graphql(query, { ids: nodeIds, request: { signal } })
        // Only a short cut: git itself is asked for whatever is not known here.
        .catch((error: unknown) => partOf(error))
      signal.throwIfAborted()
      for (const node of Heads.safeParse(data).data?.nodes ?? []) {
        if (node?.defaultBranchRef === undefined) continue
        const oid = node.defaultBranchRef?.target?.oid
        if (node.defaultBranchRef === null || oid) heads.set(node.id, oid ?? null)
      }
      return heads
    },
  }
}

/** GraphQL answers with errors and what it could give all the same. */
const partOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'data' in error ? error.data : null

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`

/** The path of the next page; a link to another host is no link. */
function nextOf(link: string | null, apiUrl: string): string | null {
  const url = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1]
  if (!url) return null
  const root = apiUrl.replace(/\/$/, '')
  if (url.startsWith(`${root}/`)) return url.slice(root.length)
  throw new ScopeFailure('failed', 'foreign-link', `A link to ${new URL(url).host} was not followed.`)
}

interface Answered<T> {
  readonly body: T
  readonly etag: string | null
  readonly link: string | null
}

/** One GET, with the waits that GitHub asks for. Throws Octokit's own error for a 304 alone. */
async function ask<T>(
  client: Client,
  path: string,
  schema: z.ZodType<T>,
  need: Need,
  config: GitHubConfig,
  signal: AbortSignal,
  { clock, now }: Pace,
  headers: Record<string, string> = {},
): Promise<Answered<T>> {
  const operation = `GET ${path.replace(/\?.*$/, '')}`
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await client.request(`GET ${path}`, { headers, request: { signal } })
      const body = schema.safeParse(answer.data)
      if (!body.success)
        throw new ScopeFailure('failed', 'unexpected-answer', `${operation} was answered in an unknown form.`)
      return { body: body.data, etag: answer.headers.etag ?? null, link: answer.headers.link ?? null }
    } catch (error) {
      signal.throwIfAborted()
      const refusal = refusalIn(error)
      const wait = isThrottled(refusal) ? waitFor(refusal, now) : null
      if (wait === null || attempt > PATIENCE || wait > config.maxWaitSeconds * 1000)
        throw failureOf(refusal, operation, need)
      await clock.sleep(wait, signal)
    }
  }
}

/** What is no refusal, or an unchanged page, goes on as it is. */
function refusalIn(error: unknown): Refusal {
  if (error instanceof ScopeFailure) throw error
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof ScopeFailure) throw cause
  const refusal = asRefusal(error)
  if (!refusal || refusal.status === 304) throw error
  return refusal
}
