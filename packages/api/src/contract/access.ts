import { Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Empty, Id } from './common.ts'

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

/** For the operator at the machine: the same link that `ai-census up` prints. */
export const createSignInLink = endpoint({
  tag: 'access',
  access: 'admin',
  method: 'post',
  path: '/api/v1/sign-in-links',
  summary: 'Make a one-time sign-in link',
  status: 201,
  response: z.object({ link: z.string(), expiresAt: Instant }),
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
  response: Empty,
})

export const TokenRow = z.object({
  id: z.string(),
  name: z.string(),
  /** Sources that this token may report for; `*` at the end matches any rest. */
  sources: z.array(z.string()),
  createdAt: Instant,
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
    expiresAt: Instant.optional(),
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
