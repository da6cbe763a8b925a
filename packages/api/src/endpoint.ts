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
  /** The largest body in MiB, as it comes and as it is decompressed; default 4 and 4. */
  readonly bodyMiB?: { readonly sent: number; readonly decompressed: number }
  /** The same body as NDJSON, where it may be of any size: what each line is. */
  readonly lines?: z.ZodType
  /** A file as the body, read by the handler itself (`readUpload`). */
  readonly upload?: { readonly mostBytes: number }
  readonly response: z.ZodType
  /** What the documentation shows; a test reads it with the values above. */
  readonly example?: { readonly body?: unknown; readonly response?: unknown }
  /** The answer's media type where it is not JSON; the body is then a text of that type. */
  readonly media?: string
  /** The status of success; default 200. */
  readonly status?: 200 | 201 | 202 | 204 | 302
  /** Problem types that a caller should expect besides those of every endpoint of its kind. */
  readonly problems?: readonly (404 | 409 | 412 | 503 | 507)[]
}

/** Keeps the exact types of an endpoint while checking its form. */
export const endpoint = <const E extends Endpoint>(value: E): E => value
