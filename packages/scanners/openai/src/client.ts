import { type Clock, createHttp, createRateBudget, paginate, ScopeFailure } from '@ai-census/scanner-kit'
import type { z } from 'zod'
import type { OpenAiConfig } from './config.ts'
import { listOf } from './schema.ts'

/** The scopes of an admin key, by the names that the provider's own refusals use. */
export type Permission = 'api.management.read' | 'api.usage.read'

export type Query = Record<string, string | number | boolean | readonly string[]>

export interface OpenAiApi {
  /** All objects of a list, once each, page by page. `path` is below `/v1/organization`. */
  list<T extends { id: string }>(path: string, item: z.ZodType<T>, query?: Query): AsyncGenerator<T>
  /** One object, or null where there is none. */
  find<T>(path: string, schema: z.ZodType<T>): Promise<T | null>
  /** All pages of a report over time; the page's schema says what is in a bucket. */
  report<T extends ReportPage>(path: string, page: z.ZodType<T>, query: Query): AsyncGenerator<T>
}

interface ReportPage {
  has_more: boolean
  next_page?: string | null | undefined
}

/** The largest page that lists of objects give. */
const LIST_LIMIT = 100

/**
 * The administration API. Failures are the kit's `ScopeFailure`s. The provider publishes no rate for this API;
 * ten requests a second with what its 429 answers ask for on top has room below every tier.
 */
export function createApi(config: OpenAiConfig, signal: AbortSignal, clock: Clock): OpenAiApi {
  const http = createHttp({
    baseUrl: config.endpoint,
    auth: () => ({ authorization: `Bearer ${config.adminKey}` }),
    signal,
    clock,
    budget: createRateBudget({ perSecond: 10, burst: 20, clock }),
  })
  const at = (path: string) => `/v1/organization/${path}`
  return {
    async *list(path, item, query = {}) {
      const seen = new Set<string>()
      const pages = paginate({
        fetch: (after: string | undefined) =>
          http.get(at(path), {
            schema: listOf(item),
            permission: 'api.management.read',
            query: { ...query, limit: LIST_LIMIT, after },
          }),
        next: (page) => (page.has_more ? cursorAfter(path, page.last_id ?? page.data.at(-1)?.id) : null),
      })
      for await (const page of pages) {
        for (const one of page.data) {
          // A list that changes while it is read may show an object on two pages.
          if (seen.has(one.id)) continue
          seen.add(one.id)
          yield one
        }
      }
    },
    find: (path, schema) => http.find(at(path), { schema, permission: 'api.management.read' }),
    report: (path, schema, query) =>
      paginate({
        fetch: (page: string | undefined) =>
          http.get(at(path), { schema, permission: 'api.usage.read', query: { ...query, page } }),
        next: (page) => (page.has_more ? cursorAfter(path, page.next_page) : null),
      }),
  }
}

/** "There is more" without saying where would otherwise end the list early, and silently. */
function cursorAfter(path: string, cursor: string | null | undefined): string {
  if (cursor) return cursor
  throw new ScopeFailure(
    'failed',
    'unexpected-answer',
    `GET /v1/organization/${path} has more, but no cursor.`,
  )
}
