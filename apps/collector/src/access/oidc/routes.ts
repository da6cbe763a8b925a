import { finishOidc, getSignInMethods, type OidcRefusal, startOidc } from '@ai-census/api'
import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import { addressOf, networkOf } from '../../http/client-address.ts'
import { takeAttempt, writeAttempt, writeSession } from '../../http/cookies.ts'
import { type App, type Env, implement } from '../../http/implement.ts'
import { HttpProblem } from '../../http/problem.ts'
import { RateLimiter } from '../../http/rate-limit.ts'
import { causeOf, recordEvent } from '../access-events.ts'
import { closeOwnSession } from '../sign-out.ts'
import { admit } from './admit.ts'
import {
  ATTEMPT_SECONDS,
  type Attempt,
  isStateOf,
  newAttempt,
  readAttemptText,
  writeAttemptText,
} from './attempt.ts'
import type { OidcProvider } from './provider.ts'
import { OidcRefused } from './refusal.ts'

/** Each makes us ask the provider; a whole office may stand behind one address. */
const SIGN_INS = { burst: 60, perSecond: 1 }

/** Where the provider sends people back to; it must be registered there. */
export const CALLBACK = finishOidc.path

export function oidcRoutes(app: App, deps: Deps): void {
  const limiter = new RateLimiter(SIGN_INS, () => deps.now().getTime())

  implement(app, deps, getSignInMethods, async () => ({
    link: true as const,
    oidc: deps.oidc && { name: deps.oidc.settings.name, start: startOidc.path },
  }))

  implement(app, deps, startOidc, async (_, { query, c }) => {
    const provider = providerOf(deps)
    limiter.take(networkOf(addressOf(c)))
    const attempt = newAttempt(deps.now(), query.next)
    return orRefuse(deps, c, attempt, async () => {
      const there = await provider.begin(attempt)
      writeAttempt(c, deps.url(), writeAttemptText(attempt), ATTEMPT_SECONDS)
      return leadTo(c, there.href)
    })
  })

  implement(app, deps, finishOidc, async (_, { query, c }) => {
    const provider = providerOf(deps)
    limiter.take(networkOf(addressOf(c)))
    const attempt = readAttemptText(takeAttempt(c, deps.url()), deps.now())
    return orRefuse(deps, c, attempt, async () => {
      if (!attempt || !isStateOf(attempt, query.state)) throw new OidcRefused('stale', 'not begun here')
      const claims = await provider.finish(attempt, callbackOf(deps, c))
      const { secret, expiresAt } = await admit(deps, provider.settings, claims, causeOf(c))
      await closeOwnSession(deps, c)
      writeSession(c, deps.url(), secret, expiresAt)
      return leadTo(c, `${deps.url()}${attempt.next}`)
    })
  })
}

function providerOf(deps: Deps): OidcProvider {
  if (!deps.oidc) throw new HttpProblem(404, 'This collector has no identity provider.')
  return deps.oidc
}

/** As the provider was told, whatever names the proxies on the way use. */
function callbackOf(deps: Deps, c: Context): URL {
  const callback = new URL(`${deps.url()}${CALLBACK}`)
  callback.search = new URL(c.req.url).search
  return callback
}

function leadTo(c: Context, address: string): Response {
  c.header('cache-control', 'no-store')
  return c.redirect(address, 302)
}

/** A browser stands here: it gets a page that says why, not a document of problem details. */
async function orRefuse(
  deps: Deps,
  c: Context<Env>,
  attempt: Attempt | null,
  step: () => Promise<Response>,
): Promise<Response> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof OidcRefused)) throw error
    const { reason, fact } = error
    deps.log.warn(
      { requestId: c.get('requestId'), reason, fact },
      'a sign-in by the identity provider failed',
    )
    await recordEvent(deps.database.orm, deps, causeOf(c), {
      type: 'sign-in-failed',
      detail: { by: 'oidc', reason, fact },
    })
    return leadTo(c, signInPage(deps, reason, attempt?.next ?? '/'))
  }
}

function signInPage(deps: Deps, reason: OidcRefusal, next: string): string {
  const page = new URL(`${deps.url()}/sign-in`)
  page.searchParams.set('reason', reason)
  if (next !== '/') page.searchParams.set('next', next)
  return page.href
}
