import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { addressOf, networkOf } from '../http/client-address.ts'
import { writeSession } from '../http/cookies.ts'
import { type App, implement } from '../http/implement.ts'
import { HttpProblem } from '../http/problem.ts'
import { RateLimiter } from '../http/rate-limit.ts'
import { causeOf } from './access-events.ts'
import { listAccessEvents } from './list-access-events.ts'
import { listSessions, revokeSession } from './list-sessions.ts'
import { signIn } from './sign-in.ts'
import { LINK_MS, makeOwnerLink, makeUserLink } from './sign-in-link.ts'
import { closeOwnSession, signOut } from './sign-out.ts'
import * as tokens from './tokens.ts'

/** Wrong codes of one address. */
const FAILURES = { burst: 10, perSecond: 10 / 60 }

export function accessRoutes(app: App, deps: Deps): void {
  const failures = new RateLimiter(FAILURES, () => deps.now().getTime())

  implement(app, deps, api.signIn, async (_, { body, c }) => {
    failures.take(networkOf(addressOf(c)))
    const { user, secret, expiresAt } = await signIn(deps, c, body.code)
    failures.giveBack(networkOf(addressOf(c)))
    await closeOwnSession(deps, c)
    writeSession(c, deps.url(), secret, expiresAt)
    return { user: user.name, role: user.role, expiresAt }
  })
  implement(app, deps, api.createSignInLink, async (_, { actor, c }) => {
    if (actor.type === 'person') return makeUserLink(deps, actor.userId, LINK_MS, causeOf(c, actor))
    const link = await makeOwnerLink(deps, causeOf(c, actor))
    if (!link) throw new HttpProblem(409, 'The owner is disabled; `ai-census user enable owner` comes first.')
    return link
  })
  implement(app, deps, api.getSession, async (_, { actor }) => {
    if (actor.type === 'person') return { user: actor.user, role: actor.role, expiresAt: actor.expiresAt }
    // An operator's token lives as long as this process; it says so by a date that never comes.
    return { user: authorOf(actor), role: 'admin' as const, expiresAt: '9999-12-31T00:00:00.000Z' }
  })
  implement(app, deps, api.signOut, async (_, { c }) => signOut(deps, c))
  implement(app, deps, api.listSessions, async (_, { query, actor }) => listSessions(deps, query, actor))
  implement(app, deps, api.revokeSession, async (_, { params, actor, c }) => {
    await revokeSession(deps, params.id, actor, causeOf(c, actor))
    return {}
  })
  implement(app, deps, api.listAccessEvents, async (_, { query }) => listAccessEvents(deps, query))

  implement(app, deps, api.createToken, async (_, { body, actor, c }) =>
    tokens.createToken(deps, body, causeOf(c, actor)),
  )
  implement(app, deps, api.listTokens, async () => tokens.listTokens(deps))
  implement(app, deps, api.revokeToken, async (_, { params, actor, c }) => {
    await tokens.revokeToken(deps, params.id, causeOf(c, actor))
    return {}
  })
}
