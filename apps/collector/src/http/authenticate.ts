import type { Context, MiddlewareHandler } from 'hono'
import { causeOf, recordEvent } from '../access/access-events.ts'
import { findSession } from '../access/sessions.ts'
import { type FoundToken, findToken } from '../access/tokens.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from './auth.ts'
import { addressOf, networkOf } from './client-address.ts'
import { readSession } from './cookies.ts'
import type { Env } from './implement.ts'
import { HttpProblem } from './problem.ts'
import { RateLimiter } from './rate-limit.ts'
import { hashSecret, sameHash } from './secrets.ts'

/** Wrong tokens of one address; right ones of the same address are never slowed down by them. */
const WRONG = { burst: 20, perSecond: 20 / 60 }
/** How many of them become access events: a scanner with an old token must not fill the log. */
const WRITTEN = { burst: 3, perSecond: 3 / 3600 }

/** Finds out who calls. A wrong or expired token is refused, not taken for nobody. */
export function authenticate(deps: Deps): MiddlewareHandler<Env> {
  const now = () => deps.now().getTime()
  const refuse = refusals(deps, new RateLimiter(WRONG, now), new RateLimiter(WRITTEN, now))
  return async (c, next) => {
    const authorization = c.req.header('authorization')
    const actor = authorization === undefined ? await person(deps, c) : await bearer(deps, authorization)
    if ('state' in actor) throw await refuse(c, actor)
    c.set('actor', actor)
    await next()
  }
}

async function person(deps: Deps, c: Context): Promise<Actor> {
  const secret = readSession(c, deps.url())
  const session = secret ? await findSession(deps, secret) : null
  return session ? { type: 'person', ...session } : { type: 'anonymous' }
}

type Refused = Exclude<FoundToken, { state: 'valid' }>

async function bearer(deps: Deps, authorization: string): Promise<Actor | Refused> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1]
  if (!token) return { state: 'unknown' }
  if (deps.operatorHash && sameHash(hashSecret(token), deps.operatorHash))
    return { type: 'operator', user: 'operator' }
  const found = await findToken(deps, token)
  if (found.state !== 'valid') return found
  const { id, name, sources } = found.token
  return { type: 'scanner', tokenId: id, name, sources }
}

/** One answer for all of them: whether a token ever existed is nobody's business. */
const refusals =
  (deps: Deps, wrong: RateLimiter, written: RateLimiter) =>
  async (c: Context<Env>, refused: Refused): Promise<HttpProblem> => {
    const address = networkOf(addressOf(c))
    wrong.take(address)
    if (written.tryTake(address))
      await recordEvent(deps.database.orm, deps, causeOf(c), {
        type: 'token-refused',
        detail: { reason: refused.state },
        ...('label' in refused ? { subject: refused.label } : {}),
      })
    return new HttpProblem(401, 'The token is wrong, expired or revoked.', undefined, {
      'www-authenticate': 'Bearer',
    })
  }
