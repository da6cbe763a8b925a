import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const SESSION = 'ai_census_session'
const ATTEMPT = 'ai_census_sign_in'

const isSecure = (url: string): boolean => url.startsWith('https:')

/** Over https the browser itself keeps other hosts and subdomains from setting it (`__Host-`). */
const nameOf = (base: string, url: string): string => (isSecure(url) ? `__Host-${base}` : base)

const flagsFor = (url: string) => ({ httpOnly: true, secure: isSecure(url), path: '/' })

export const sessionCookieName = (url: string): string => nameOf(SESSION, url)

export const readSession = (c: Context, url: string): string | undefined =>
  getCookie(c, sessionCookieName(url))

export const writeSession = (c: Context, url: string, secret: string, expiresAt: string): void =>
  setCookie(c, sessionCookieName(url), secret, {
    ...flagsFor(url),
    sameSite: 'Strict',
    expires: new Date(expiresAt),
  })

export const dropSession = (c: Context, url: string): void => {
  deleteCookie(c, sessionCookieName(url), flagsFor(url))
}

/** A sign-in at the identity provider that has begun. Lax: it must come back with the provider's redirect. */
export const writeAttempt = (c: Context, url: string, value: string, seconds: number): void =>
  setCookie(c, nameOf(ATTEMPT, url), value, { ...flagsFor(url), sameSite: 'Lax', maxAge: seconds })

/** Reads it and lets the browser forget it, so that it serves once. */
export function takeAttempt(c: Context, url: string): string | undefined {
  const value = getCookie(c, nameOf(ATTEMPT, url))
  deleteCookie(c, nameOf(ATTEMPT, url), flagsFor(url))
  return value
}
