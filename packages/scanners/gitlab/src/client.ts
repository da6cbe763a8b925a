import { createHostHttp, type HostPace, untilReset } from '@ai-census/repositories/hosts'
import {
  type Asked,
  createRateBudget,
  nextLink,
  paginate,
  type RawAnswer,
  type RequestOptions,
  ScopeFailure,
} from '@ai-census/scanner-kit'
import type { z } from 'zod'
import type { GitLabConfig } from './config.ts'
import { inWords, type Need } from './needs.ts'
import { GraphAnswer } from './schema.ts'

type Query = RequestOptions<unknown>['query']

/** GitLab's two APIs. All failures are `ScopeFailure`s; a 404 is `denied`, since GitLab hides behind it. */
export interface GitLabApi {
  get<T>(path: string, schema: z.ZodType<T>, need: Need, query?: Query): Promise<T>
  /** A list, page by page, along GitLab's own links to the next page. */
  pages<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<readonly T[]>
  list<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<T>
  /** For what REST has no endpoint. `unsupported` where this GitLab is too old for a field. */
  graph<T>(query: string, variables: Record<string, unknown>, schema: z.ZodType<T>, need: Need): Promise<T>
}

/** Below the 600 requests a minute that GitLab.com grants for lists of projects. */
const PER_SECOND = 8

export function openApi(config: GitLabConfig, signal: AbortSignal, pace: HostPace): GitLabApi {
  const http = createHostHttp(
    {
      baseUrl: config.url,
      // Of every kind of token that GitLab hands out, as well as of OAuth.
      authorization: `Bearer ${config.token}`,
      maxWaitSeconds: config.maxWaitSeconds,
      signal,
      budget: createRateBudget({ perSecond: PER_SECOND, clock: pace.clock }),
      refusal,
      inWords,
      // Where it sends no `Retry-After`.
      waitMs: ({ headers }) => untilReset(headers, 'ratelimit-reset', pace.now),
    },
    pace,
  )
  async function* pages<T>(path: string, item: z.ZodType<T>, need: Need, query: Query = {}) {
    const all = paginate({
      fetch: (next: string | undefined) =>
        http.getAnswer(next ?? `/api/v4${path}`, {
          schema: item.array(),
          permission: need.permission,
          ...(next === undefined ? { query: { ...query, per_page: 100 } } : {}),
        }),
      next: ({ headers }) => nextLink(headers.get('link')),
    })
    for await (const { body } of all) yield body
  }
  return {
    get: (path, schema, need, query = {}) =>
      http.get(`/api/v4${path}`, { schema, permission: need.permission, query }),
    pages,
    async *list(path, item, need, query) {
      for await (const page of pages(path, item, need, query)) yield* page
    },
    async graph(query, variables, schema, need) {
      const answer = await http.get('/api/graphql', {
        schema: GraphAnswer,
        permission: need.permission,
        method: 'POST',
        body: { query, variables },
      })
      return graphData(answer, schema, need)
    },
  }
}

const NAME = 'POST /api/graphql'

function graphData<T>({ data, errors = [] }: GraphAnswer, schema: z.ZodType<T>, need: Need): T {
  if (errors.some((error) => /^undefined|^argumentNotAccepted/.test(error.extensions?.code ?? '')))
    throw new ScopeFailure('unsupported', 'gitlab-version', `${NAME}: this GitLab does not know the field.`)
  // GitLab says here what a 403 says elsewhere.
  if (errors.length > 0)
    throw new ScopeFailure(
      'denied',
      need.permission,
      `${NAME} was refused; it needs ${inWords(need.permission)}.`,
    )
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new ScopeFailure('failed', 'unexpected-answer', `${NAME} was answered in a shape that is not known.`)
}

/** GitLab tells a token without the scope from a person without the role. */
function refusal({ status, text }: RawAnswer, { name, permission }: Asked): ScopeFailure | null {
  if (status === 401)
    return new ScopeFailure(
      'denied',
      'credentials',
      `${name}: GitLab does not know the token, or it has expired or was revoked.`,
    )
  if (status !== 403 || !text.includes('insufficient_scope')) return null
  const scope = permission.startsWith('role:') ? 'read_api' : permission
  return new ScopeFailure('denied', `scope:${scope}`, `${name}: the token lacks the scope ${scope}.`)
}
