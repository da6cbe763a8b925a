import {
  createSignInLink,
  createToken,
  getSession,
  listTokens,
  revokeToken,
  signIn,
  signOut,
} from '@ai-census/api'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { COOKIE } from '../http/authenticate.ts'
import { type App, implement } from '../http/implement.ts'
import { HttpProblem } from '../http/problem.ts'
import { addressOf, RateLimiter } from '../http/rate-limit.ts'
import { closeSession, openSession } from './sessions.ts'
import { makeSignInLink } from './sign-in-link.ts'
import * as tokens from './tokens.ts'

const SIGN_INS = { burst: 10, perSecond: 10 / 60 }

export function accessRoutes(app: App, deps: Deps): void {
  const attempts = new RateLimiter(SIGN_INS, () => deps.now().getTime())

  implement(app, deps, signIn, async (_, { body, c }) => {
    attempts.take(addressOf(c))
    const grant = deps.codes.redeem(body.code)
    if (!grant)
      throw new HttpProblem(401, 'This sign-in link was used already or is too old; ask for a new one.')
    const { secret, session } = await openSession(deps, grant)
    setCookie(c, COOKIE, secret, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: deps.url().startsWith('https:'),
      path: '/',
      expires: new Date(session.expiresAt),
    })
    return session
  })

  implement(app, deps, createSignInLink, async () => makeSignInLink(deps))

  implement(app, deps, getSession, async (_, { actor }) => {
    if (actor.type === 'person') return { user: actor.user, role: actor.role, expiresAt: actor.expiresAt }
    // An operator's token lives as long as this process; it says so by a date that never comes.
    return { user: authorOf(actor), role: 'admin' as const, expiresAt: '9999-12-31T00:00:00.000Z' }
  })

  implement(app, deps, signOut, async (_, { c }) => {
    const secret = getCookie(c, COOKIE)
    if (secret) await closeSession(deps, secret)
    deleteCookie(c, COOKIE, { path: '/' })
    return {}
  })

  implement(app, deps, createToken, async (_, { body, actor }) =>
    tokens.createToken(deps, body, authorOf(actor)),
  )
  implement(app, deps, listTokens, async () => tokens.listTokens(deps))
  implement(app, deps, revokeToken, async (_, { params }) => {
    await tokens.revokeToken(deps, params.id)
    return {}
  })
}
