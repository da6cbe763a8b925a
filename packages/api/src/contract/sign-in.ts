import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const signIn = { tag: 'access', access: 'public', method: 'get' } as const

/** What the sign-in page may offer. */
export const getSignInMethods = endpoint({
  ...signIn,
  path: '/api/v1/sign-in-methods',
  summary: 'How people may sign in here',
  response: z.object({
    link: z.literal(true),
    /** `start`: the address that the button leads to. */
    oidc: z.object({ name: z.string(), start: z.string() }).nullable(),
  }),
})

/** Why a sign-in by the identity provider came to nothing: `reason` in the address of the sign-in page. */
export const OidcRefusal = z.enum([
  /** It does not answer. */
  'provider-unreachable',
  /** It answered that it does not sign this person in, or that the person gave up. */
  'provider-refused',
  /** What it answered does not prove who this is. */
  'provider-invalid',
  /** Begun in another browser, too long ago, or finished once already. */
  'stale',
  /** The person is known there and has no access here. */
  'not-allowed',
])
export type OidcRefusal = z.infer<typeof OidcRefusal>

export const startOidc = endpoint({
  ...signIn,
  path: '/api/v1/oidc/start',
  summary: 'Go to the identity provider (OpenID Connect, authorisation code with PKCE)',
  /** `next`: a path of the dashboard to come back to. */
  query: z.object({ next: z.string().max(2000).optional() }),
  status: 302,
  media: 'text/plain',
  response: z.string(),
  problems: [404],
})

/** Always leads to a page: the dashboard, or the sign-in page with a `reason`. */
export const finishOidc = endpoint({
  ...signIn,
  path: '/api/v1/oidc/callback',
  summary: 'Come back from the identity provider',
  query: z.object({ state: z.string().max(2000).optional(), code: z.string().max(10_000).optional() }),
  status: 302,
  media: 'text/plain',
  response: z.string(),
  problems: [404],
})
