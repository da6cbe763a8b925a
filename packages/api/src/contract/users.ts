import { Instant } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Role, SignInLink } from './access.ts'
import { Id, list, PageQuery, page } from './common.ts'

const users = { tag: 'access', access: 'admin' } as const

/** `invited`: has never signed in. `disabled`: may not. */
export const UserState = z.enum(['invited', 'active', 'disabled'])
export type UserState = z.infer<typeof UserState>

export const UserRow = z.object({
  id: z.string(),
  /** How decisions and events name the person. */
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  /** `provider`: the identity provider's groups decide the role at every sign-in. */
  roleFrom: z.enum(['here', 'provider']),
  state: UserState,
  /** The identity provider that vouches for the person; null: one-time links. */
  issuer: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  lastSignInAt: Instant.nullable(),
})
export type UserRow = z.infer<typeof UserRow>

export const listUsers = endpoint({
  ...users,
  method: 'get',
  path: '/api/v1/users',
  summary: 'People and their roles',
  query: PageQuery.extend({
    search: z.string().max(200).optional(),
    role: list(Role).optional(),
    state: list(UserState).optional(),
  }),
  response: page(UserRow),
})

export const Person = z.object({ name: z.string(), role: Role })
export type Person = z.infer<typeof Person>

export const listPeople = endpoint({
  tag: 'access',
  access: 'governance',
  method: 'get',
  path: '/api/v1/people',
  summary: 'Whom something can be assigned to: people who may sign in, at most 200, by name and role alone',
  query: z.object({ search: z.string().max(200).optional() }),
  response: z.object({ people: z.array(Person) }),
})

/** The link is shown once; whoever opens it first is that user. Hand it to nobody else. */
export const inviteUser = endpoint({
  ...users,
  method: 'post',
  path: '/api/v1/users',
  summary: 'Invite a person by e-mail address; answers the one-time link to send',
  body: z.object({ email: z.email().max(254).toLowerCase(), role: Role }),
  example: { body: { email: 'maria@acme.example', role: 'governance' } },
  status: 201,
  response: z.object({ user: UserRow, invitation: SignInLink }),
  problems: [409],
})

/** Any earlier link of that user stops working. Refused for people whom the identity provider vouches for. */
export const createUserLink = endpoint({
  ...users,
  method: 'post',
  path: '/api/v1/users/{id}/sign-in-links',
  summary: 'Make a new one-time sign-in link for a user',
  params: Id,
  status: 201,
  response: SignInLink,
  problems: [404, 409],
})

/** Holds for open sessions at once. The last active administrator stays one. */
export const changeRole = endpoint({
  ...users,
  method: 'put',
  path: '/api/v1/users/{id}/role',
  summary: 'Give a user another role',
  params: Id,
  body: z.object({ role: Role }),
  example: { body: { role: 'auditor' } },
  response: UserRow,
  problems: [404, 409],
})

/** Ends the user's sessions and links at once. The last active administrator cannot be disabled. */
export const disableUser = endpoint({
  ...users,
  method: 'post',
  path: '/api/v1/users/{id}/disable',
  summary: 'Keep a user out',
  params: Id,
  response: UserRow,
  problems: [404, 409],
})

export const enableUser = endpoint({
  ...users,
  method: 'post',
  path: '/api/v1/users/{id}/enable',
  summary: 'Let a disabled user in again',
  params: Id,
  response: UserRow,
  problems: [404],
})
