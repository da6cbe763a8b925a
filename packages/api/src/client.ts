import createFetch, { type Client } from 'openapi-fetch'
import type { paths } from './paths.ts'

export interface ClientOptions {
  /** `http://127.0.0.1:7420`, without a slash at the end. */
  baseUrl: string
  /** A scanner's token or the operator's; people in a browser have their cookie. */
  token?: string
  fetch?: (request: Request) => Promise<Response>
}

export type CollectorClient = Client<paths>

/**
 * A typed client of every endpoint. Answers are `{ data }` or `{ error }` (problem details), with `response`;
 * only a failed connection throws.
 */
export function createClient({ baseUrl, token, fetch }: ClientOptions): CollectorClient {
  return createFetch<paths>({
    baseUrl,
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
    ...(fetch ? { fetch } : {}),
  })
}
