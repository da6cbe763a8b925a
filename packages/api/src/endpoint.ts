import type { z } from 'zod'

/** Who may call: anyone, a scanner's token, or a signed-in person with at least this role. */
export type Access = 'public' | 'scanner' | 'viewer' | 'auditor' | 'governance' | 'admin'

/** One endpoint as plain data: the server implements it, the OpenAPI document is made of it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** OpenAPI form: `/api/v1/systems/{id}`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** A file as the body, read by the handler itself (`readUpload`). */
  readonly upload?: { readonly mostBytes: number }
  readonly response: z.ZodType
  /** The answer's media type where it is not JSON; the body is then a text of that type. */
  readonly media?: string
  /** The status of success; default 200. */
  readonly status?: 200 | 201 | 202 | 204
  /** Problem types that a caller should expect besides 400, 401, 403, 429 and 500. */
  readonly problems?: readonly (404 | 409 | 412 | 413 | 415 | 422 | 503)[]
}

/** Keeps the exact types of an endpoint while checking its form. */
export const endpoint = <const E extends Endpoint>(value: E): E => value
