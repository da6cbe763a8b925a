import { createHostHttp, type HostPace, untilReset } from '@ai-census/repositories/hosts'
import {
  type Asked,
  createRateBudget,
  type HttpClient,
  paginate,
  type RawAnswer,
  type RequestOptions,
  ScopeFailure,
} from '@ai-census/scanner-kit'
import { z } from 'zod'
import type { AzureDevOpsConfig } from './config.ts'
import { inWords, type Need } from './needs.ts'

type Query = RequestOptions<unknown>['query']

/** One Azure DevOps. All failures are `ScopeFailure`s; a 404 is `denied`, since places are hidden behind it. */
export interface AzureDevOpsApi {
  /** A list, page by page where the answer says that there is more. */
  list<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<T>
  /** The same of the service that knows extensions, which Azure DevOps Services has on a host of its own. */
  listExtensions<T>(path: string, item: z.ZodType<T>, need: Need, query?: Query): AsyncGenerator<T>
}

/** Azure DevOps counts load and no requests; this many a second are those of a diligent person. */
const PER_SECOND = 10

export function openApi(config: AzureDevOpsConfig, signal: AbortSignal, pace: HostPace): AzureDevOpsApi {
  const budget = createRateBudget({ perSecond: PER_SECOND, clock: pace.clock })
  const refusal = createRefusal()
  const at = (baseUrl: string): HttpClient =>
    createHostHttp(
      {
        baseUrl,
        authorization: authorizationOf(config.token),
        maxWaitSeconds: config.maxWaitSeconds,
        signal,
        budget,
        refusal,
        inWords,
        waitMs: ({ headers }) => untilReset(headers, 'x-ratelimit-reset', pace.now),
      },
      pace,
    )
  const http = at(config.url)
  const extensions = at(extensionsUrl(config.url))
  const version = config.apiVersion
  return {
    async *list(path, item, need, query = {}) {
      for await (const page of pagesOf(http, path, item, need, query, version)) yield* page
    },
    async *listExtensions(path, item, need, query = {}) {
      for await (const page of pagesOf(extensions, path, item, need, query, `${version}-preview.1`))
        yield* page
    },
  }
}

async function* pagesOf<T>(
  http: HttpClient,
  path: string,
  item: z.ZodType<T>,
  need: Need,
  query: Query,
  version: string,
): AsyncGenerator<readonly T[]> {
  const pages = paginate({
    fetch: (continuationToken: string | undefined) =>
      http.getAnswer(path, {
        schema: z.object({ value: item.array() }),
        permission: need.permission,
        query: { ...query, continuationToken, 'api-version': version },
      }),
    next: ({ headers }) => headers.get('x-ms-continuationtoken'),
  })
  for await (const { body } of pages) yield body.value
}

/** A token of Microsoft Entra is a JWT, a personal one is not. */
export const isEntraToken = (token: string): boolean => /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(token)

const authorizationOf = (token: string): string =>
  isEntraToken(token) ? `Bearer ${token}` : `Basic ${Buffer.from(`:${token}`).toString('base64')}`

function extensionsUrl(url: string): string {
  const own = new URL(url)
  if (own.host !== 'dev.azure.com') return url
  own.host = 'extmgmt.dev.azure.com'
  return own.href
}

/**
 * To a token that is not known, Azure DevOps shows the page where people sign in, as if all were well. A token
 * that it took elsewhere lacks the scope.
 */
function createRefusal(): (answer: RawAnswer, asked: Asked) => ScopeFailure | null {
  let isKnown = false
  return ({ status, headers }, { name, permission }) => {
    const isPage = headers.get('content-type')?.includes('text/html') ?? false
    const isRefused =
      status === 401 || status === 203 || isSignIn(status, headers) || (status === 200 && isPage)
    if (!isRefused) {
      isKnown ||= status === 200
      return null
    }
    if (isKnown)
      return new ScopeFailure(
        'denied',
        permission,
        `${name} refused the token, which was taken elsewhere; it needs ${inWords(permission)}.`,
      )
    return new ScopeFailure(
      'denied',
      'credentials',
      `${name} was answered with the page to sign in: Azure DevOps does not know the token, or it has expired, is of another organisation, or may not be used there.`,
    )
  }
}

const isSignIn = (status: number, headers: Headers): boolean =>
  (status === 302 || status === 303 || status === 307) &&
  /_signin|login\.|signin/i.test(headers.get('location') ?? '')
