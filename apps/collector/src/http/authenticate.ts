import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { findSession } from '../access/sessions.ts'
import { findToken } from '../access/tokens.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './auth.ts'
import type { Env } from './implement.ts'
import { HttpProblem } from './problem.ts'
import { hashSecret, sameHash } from './secrets.ts'

export const COOKIE = 'ai_census_session'

/** Finds out who calls. A wrong or expired credential is refused, not taken for nobody. */
export const authenticate =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('actor', await actorOf(deps, c))
    await next()
  }

async function actorOf(deps: Deps, c: Context): Promise<Actor> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return bearer(deps, authorization)
  const secret = getCookie(c, COOKIE)
  if (!secret) return { type: 'anonymous' }
  const session = await findSession(deps, secret)
  return session ? { type: 'person', ...session } : { type: 'anonymous' }
}

async function bearer(deps: Deps, authorization: string): Promise<Actor> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1]
  if (token && deps.operatorHash && sameHash(hashSecret(token), deps.operatorHash))
    return { type: 'operator', user: 'operator' }
  const row = token ? await findToken(deps, token) : null
  if (!row)
    throw new HttpProblem(401, 'The token is wrong, expired or revoked.', undefined, {
      'www-authenticate': 'Bearer',
    })
  return { type: 'scanner', tokenId: row.id, name: row.name, sources: row.sources }
}
