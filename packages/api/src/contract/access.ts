import { Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Empty, Id, list, PageQuery, page } from './common.ts'

export const Role = z.enum(['viewer', 'auditor', 'governance', 'admin'])
export type Role = z.infer<typeof Role>

export const Session = z.object({ user: z.string(), role: Role, expiresAt: Instant })

/** The one-time code of the sign-in link; it works once. Sets an HttpOnly session cookie. */
export const signIn = endpoint({
  tag: 'access',
  access: 'public',
  method: 'post',
  path: '/api/v1/session',
  summary: 'Sign in with a one-time code',
  body: z.object({ code: z.string().min(10).max(200) }),
  example: { body: { code: 'the-code-of-the-link' } },
  response: Session,
})

export const SignInLink = z.object({ link: z.string(), expiresAt: Instant })

/** For the operator at the machine: the owner's link that `ai-census up` prints. For a person: one for oneself. */
export const createSignInLink = endpoint({
  tag: 'access',
  access: 'admin',
  method: 'post',
  path: '/api/v1/sign-in-links',
  summary: 'Make a one-time sign-in link for oneself, to open in another browser',
  status: 201,
  response: SignInLink,
  problems: [409],
})

export const getSession = endpoint({
  tag: 'access',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in',
  response: Session,
})

export const signOut = endpoint({
  tag: 'access',
  access: 'viewer',
  method: 'delete',
  path: '/api/v1/session',
  summary: 'Sign out',
  /** `endSession`: where to go to sign out at the identity provider as well; null: nowhere. */
  response: z.object({ endSession: z.string().nullable() }),
})

export const SessionRow = z.object({
  id: z.string(),
  user: z.object({ id: z.string(), name: z.string() }),
  method: z.enum(['link', 'oidc']),
  /** The browser in a few words, e.g. `Firefox 140 on Linux`. */
  agent: z.string().nullable(),
  createdAt: Instant,
  lastUsedAt: Instant,
  /** When it ends by itself if it is not used again. */
  expiresAt: Instant,
  /** The one that asks. */
  current: z.boolean(),
})

/** Administrators see everybody's, or those of one user; everybody else their own. */
export const listSessions = endpoint({
  tag: 'access',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/sessions',
  summary: 'Open sessions, last used first',
  query: PageQuery.extend({ user: z.string().max(256).optional() }),
  response: page(SessionRow),
})

/** One's own, or anybody's for an administrator. */
export const revokeSession = endpoint({
  tag: 'access',
  access: 'viewer',
  method: 'delete',
  path: '/api/v1/sessions/{id}',
  summary: 'End a session',
  params: Id,
  response: Empty,
  problems: [404],
})

export const TokenRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Sources that this token may report for; `*` at the end matches any rest. */
  sources: z.array(z.string()),
  state: z.enum(['valid', 'expired', 'revoked']),
  createdAt: Instant,
  createdBy: z.string(),
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  lastUsedAt: Instant.nullable(),
})

export const createToken = endpoint({
  tag: 'access',
  access: 'admin',
  method: 'post',
  path: '/api/v1/tokens',
  summary: 'Make a scanner token; it is shown once',
  body: z.object({
    name: z.string().trim().min(1).max(100),
    sources: z.array(z.string().min(1).max(512)).min(1).max(1000),
    /** Left out: a year from now. Null: never. */
    expiresAt: Instant.nullable().optional(),
  }),
  example: { body: { name: 'Nightly scan', sources: ['github:acme'] } },
  status: 201,
  response: z.object({ token: z.string(), row: TokenRow }),
})

export const listTokens = endpoint({
  tag: 'access',
  access: 'admin',
  method: 'get',
  path: '/api/v1/tokens',
  summary: 'Scanner tokens',
  response: z.object({ rows: z.array(TokenRow) }),
})

export const revokeToken = endpoint({
  tag: 'access',
  access: 'admin',
  method: 'delete',
  path: '/api/v1/tokens/{id}',
  summary: 'Revoke a token',
  params: Id,
  response: Empty,
  problems: [404],
})

/** What happens at the door. `token-refused` is written at most a few times an hour for one address. */
export const AccessEventType = z.enum([
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-revoked',
  'link-made',
  'user-invited',
  'user-made',
  'user-linked',
  'user-disabled',
  'user-enabled',
  'role-changed',
  'token-made',
  'token-revoked',
  'token-refused',
  'destination-made',
  'destination-changed',
  'destination-removed',
])
export type AccessEventType = z.infer<typeof AccessEventType>

export const AccessEvent = z.object({
  id: z.string(),
  at: Instant,
  type: AccessEventType,
  /** Who did it; `anonymous` before anybody is known, `provider` for the identity provider. */
  actor: z.string(),
  /** The user or the token that it was done to. */
  subject: z.string().nullable(),
  /** The network address that it came from. */
  address: z.string(),
  agent: z.string().nullable(),
  /** Facts of its type, such as `from` and `to` of a role. Never a secret. */
  detail: z.record(z.string(), z.string()),
})
export type AccessEvent = z.infer<typeof AccessEvent>

export const listAccessEvents = endpoint({
  tag: 'access',
  access: 'auditor',
  method: 'get',
  path: '/api/v1/access-events',
  summary: 'Who got in, who did not, and who changed what others may do; newest first',
  query: PageQuery.extend({
    type: list(AccessEventType).optional(),
    subject: z.string().max(256).optional(),
  }),
  response: page(AccessEvent),
})
