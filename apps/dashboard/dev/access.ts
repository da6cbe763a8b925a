/** Sessions, sign-in links and tokens of the stand-in, in memory. */
import type { TokenRow } from '../src/lib/types.ts'
import { daysAgo } from './days.ts'
import { none, ok, problem, type Reply, type Request } from './reply.ts'

const tokens: TokenRow[] = [
  {
    id: 'tok_1',
    name: 'Nightly code scan',
    sources: ['github:acme'],
    state: 'valid',
    createdBy: 'maria.keller',
    createdAt: daysAgo(80),
    expiresAt: daysAgo(-285),
    revokedAt: null,
    lastUsedAt: daysAgo(0.2),
  },
  {
    id: 'tok_2',
    name: 'Old laptop',
    sources: ['*'],
    state: 'revoked',
    createdBy: 'owner',
    createdAt: daysAgo(200),
    expiresAt: null,
    revokedAt: daysAgo(30),
    lastUsedAt: daysAgo(31),
  },
]

let signedIn = process.env.AI_CENSUS_STAND_IN_SIGNED_OUT === undefined

export function access({ method, path, body }: Request): Reply | undefined {
  if (path === '/api/v1/session') {
    if (method === 'POST') {
      const code = String((body as { code?: unknown }).code ?? '') // checked by use
      if (code.includes('expired'))
        return problem(
          401,
          'This link no longer works',
          'It was used before, or it is older than ten minutes',
        )
      signedIn = true
    }
    if (method === 'DELETE') {
      signedIn = false
      return ok({ endSession: null })
    }
    if (!signedIn) return problem(401, 'Not signed in', 'Sign in first')
    return ok({
      user: 'maria.keller',
      role: process.env.AI_CENSUS_STAND_IN_ROLE ?? 'admin',
      expiresAt: daysAgo(-0.5),
    })
  }
  if (path === '/api/v1/sign-in-methods') return ok({ link: true, oidc: oidcOf() })
  if (path === '/api/v1/sign-in-links')
    return {
      status: 201,
      body: { link: 'http://127.0.0.1:7420/sign-in#code=4fQm-2vXk-9sRt-Lw7b', expiresAt: daysAgo(-0.01) },
    }
  if (path === '/api/v1/tokens') {
    if (method === 'GET') return ok({ rows: tokens })
    const { name, sources } = body as { name: string; sources: string[] } // the form's body
    if (!name.trim())
      return problem(400, 'Invalid input', 'See errors', [
        { place: 'body.name', message: 'Say what uses it' },
      ])
    const row: TokenRow = {
      id: `tok_${tokens.length + 1}`,
      name,
      sources,
      state: 'valid',
      createdBy: 'maria.keller',
      createdAt: daysAgo(0),
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
    }
    tokens.unshift(row)
    return { status: 201, body: { token: 'acs_7Qm2Zk4vJx9TtYw1RbN8sPdLh3FgUeCa', row } }
  }
  const revoked = path.match(/^\/api\/v1\/tokens\/(.+)$/)
  const row = revoked && tokens.find((t) => t.id === revoked[1])
  if (row) Object.assign(row, { revokedAt: daysAgo(0), state: 'revoked' })
  return revoked ? (row ? ok({}) : none()) : undefined
}

/** `AI_CENSUS_STAND_IN_OIDC=Acme`: as if an identity provider of that name were configured. */
function oidcOf(): { name: string; start: string } | null {
  const name = process.env.AI_CENSUS_STAND_IN_OIDC
  return name ? { name, start: '/api/v1/oidc/start' } : null
}

export const isSignedIn = (): boolean => signedIn
