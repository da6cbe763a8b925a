import { type Clock, createHttp, createRateBudget, paginate } from '@ai-census/scanner-kit'
import type { z } from 'zod'
import type { Config } from './config.ts'
import { pageOf } from './schema.ts'

export interface Client {
  /** All of a list, page by page. Failures are `ScopeFailure`s; a refusal names `permission`. */
  list<T>(path: string, item: z.ZodType<T>, permission: string): AsyncGenerator<T, void, undefined>
}

/** The only file that knows HTTP, authentication and paging of this provider. */
export function createClient(config: Config, signal: AbortSignal, clock: Clock): Client {
  const http = createHttp({
    baseUrl: config.endpoint,
    auth: () => ({ authorization: `Bearer ${config.token}` }),
    signal,
    clock,
    // TODO: what the provider grants, with a link to where it says so.
    budget: createRateBudget({ perSecond: 5, clock }),
  })
  return {
    async *list(path, item, permission) {
      const schema = pageOf(item)
      const pages = paginate({
        fetch: (after: string | undefined) =>
          http.get(path, { schema, permission, query: { limit: 100, after } }),
        next: (page) => page.next,
      })
      for await (const page of pages) yield* page.data
    },
  }
}
