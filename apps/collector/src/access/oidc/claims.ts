import type { Role } from '@ai-census/api'
import type { OidcSettings } from './settings.ts'

/** What the identity provider vouches for, as it came. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string }

/** The person as we know people. */
export interface Identity {
  issuer: string
  subject: string
  /** In lower case; only one that the provider has verified. */
  email: string | null
  /** What a reader of the log would call the person. */
  label: string
}

export function identityOf(claims: Claims): Identity {
  const email = verifiedEmail(claims)
  const label = email ?? textOf(claims.preferred_username) ?? textOf(claims.name) ?? claims.sub
  return { issuer: claims.iss, subject: claims.sub, email, label }
}

/** Anybody can write any address into most providers' profiles; only a verified one says anything. */
function verifiedEmail({ email, email_verified: verified }: Claims): string | null {
  const isVerified = verified === true || verified === 'true'
  return isVerified ? (textOf(email)?.toLowerCase() ?? null) : null
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

export function isDomainAllowed({ emailDomains }: OidcSettings, { email }: Identity): boolean {
  if (emailDomains === null) return true
  return email !== null && emailDomains.has(email.slice(email.lastIndexOf('@') + 1))
}

const byRank: readonly Role[] = ['admin', 'governance', 'auditor', 'viewer']

/** The highest role that a value of the claim gives; the default where none does; null: refused. */
export function roleOf({ roles, roleClaim, defaultRole }: OidcSettings, claims: Claims): Role | null {
  const given = new Set(valuesOf(claimAt(claims, roleClaim)).flatMap((value) => roles?.get(value) ?? []))
  return byRank.find((role) => given.has(role)) ?? defaultRole
}

/** By its name, which may hold dots (`https://acme.example/roles`), else by a path (`realm_access.roles`). */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((value, step) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    // An own property of an object, which was looked at just now.
    return isObject ? (value as Record<string, unknown>)[step] : undefined
  }, claims)
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Whether asking the provider's user info could still tell something that decides. */
export function isIncomplete(settings: OidcSettings, claims: Claims): boolean {
  const isRoleMissing = settings.roles !== null && claimAt(claims, settings.roleClaim) === undefined
  return claims.email === undefined || isRoleMissing
}
