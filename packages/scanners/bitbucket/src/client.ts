import { createHostHttp, type HostPace } from '@ai-census/repositories/hosts'
import {
  type Asked,
  createRateBudget,
  type HttpClient,
  paginate,
  type RawAnswer,
  type RequestOptions,
  ScopeFailure,
} from '@ai-census/scanner-kit'
import type { z } from 'zod'
import type { BitbucketConfig } from './config.ts'
import { inWords, type Need } from './needs.ts'
import { cloudPage, dataCenterPage, Refusal } from './schema.ts'

type Query = RequestOptions<unknown>['query']

/** Lists of one Bitbucket. All failures are `ScopeFailure`s; a 404 is `denied`, since Bitbucket hides behind it. */
export interface BitbucketApi {
  pages<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<readonly T[]>
  list<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<T>
}

type Pages = <T>(
  http: HttpClient,
  path: string,
  item: z.ZodType<T>,
  need: Need,
  query: Query,
) => AsyncGenerator<readonly T[]>

export function openApi(config: BitbucketConfig, signal: AbortSignal, pace: HostPace): BitbucketApi {
  const { dataCenterUrl } = config
  const http = createHostHttp(
    {
      baseUrl: dataCenterUrl ? `${dataCenterUrl.replace(/\/+$/, '')}/rest/api/1.0` : config.apiUrl,
      authorization: authorizationOf(config),
      maxWaitSeconds: config.maxWaitSeconds,
      signal,
      budget: dataCenterUrl
        ? createRateBudget({ perSecond: 10, clock: pace.clock })
        : cloudBudget(config, pace),
      refusal,
      inWords,
      waitMs: ({ status }) => (status === 429 ? MINUTE_MS : null),
    },
    pace,
  )
  const pagesOf: Pages = dataCenterUrl ? dataCenterPages : cloudPages
  return {
    pages: (path, item, need, query = {}) => pagesOf(http, path, item, need, query),
    async *list(path, item, need, query = {}) {
      for await (const page of pagesOf(http, path, item, need, query)) yield* page
    },
  }
}

/** The window of an hour rolls, and no header says how far it has. */
const MINUTE_MS = 60_000

/** Some at once and the others evenly, so that no hour has more than is granted. */
const cloudBudget = ({ requestsPerHour }: BitbucketConfig, { clock }: HostPace) =>
  createRateBudget({
    perSecond: (requestsPerHour * 0.6) / 3600,
    burst: Math.floor(requestsPerHour * 0.4),
    clock,
  })

async function* cloudPages<T>(
  http: HttpClient,
  path: string,
  item: z.ZodType<T>,
  { permission }: Need,
  query: Query,
): AsyncGenerator<readonly T[]> {
  const schema = cloudPage(item)
  const pages = paginate({
    fetch: (next: string | number | undefined) =>
      typeof next === 'string'
        ? http.get(next, { schema, permission })
        : http.get(path, { schema, permission, query: { ...query, pagelen: 100, page: next } }),
    next: ({ next, page, pagelen, size }): string | number | null => {
      if (next) return next
      return page && pagelen && size && page * pagelen < size ? page + 1 : null
    },
  })
  for await (const { values } of pages) yield values
}

async function* dataCenterPages<T>(
  http: HttpClient,
  path: string,
  item: z.ZodType<T>,
  { permission }: Need,
  query: Query,
): AsyncGenerator<readonly T[]> {
  const schema = dataCenterPage(item)
  const pages = paginate({
    fetch: (start: number | undefined) =>
      http.get(path, { schema, permission, query: { ...query, limit: 100, start } }),
    next: ({ isLastPage, nextPageStart }) => (isLastPage ? null : nextPageStart),
  })
  for await (const { values } of pages) yield values
}

/** An API token stands for a person, whose name it goes with; an access token stands alone. */
const authorizationOf = ({ username, token }: BitbucketConfig): string =>
  username ? `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}` : `Bearer ${token}`

/** Bitbucket Cloud names the scopes that were missing. */
function refusal({ status, text }: RawAnswer, { name }: Asked): ScopeFailure | null {
  if (status === 401)
    return new ScopeFailure(
      'denied',
      'credentials',
      `${name}: Bitbucket does not know the token, or it has expired; an API token needs the account’s e-mail address as the user name.`,
    )
  const scopes = status === 403 ? requiredBy(text) : null
  if (!scopes) return null
  return new ScopeFailure(
    'denied',
    `scope:${scopes[0]}`,
    `${name}: the token lacks the scope ${scopes.join(' or ')}.`,
  )
}

function requiredBy(text: string): readonly string[] | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  return Refusal.safeParse(json).data?.error.detail.required ?? null
}
