import { Role } from '@ai-census/api'
import { OperatorError } from '@ai-census/db'
import { z } from 'zod'
import { readSecret } from '../../read-secret.ts'

/** What the environment says of the identity provider; see docs/operations/sign-in.md. */
export const OidcEnv = z.object({
  AI_CENSUS_OIDC_ISSUER: z.url().optional(),
  AI_CENSUS_OIDC_CLIENT_ID: z.string().optional(),
  AI_CENSUS_OIDC_CLIENT_SECRET: z.string().optional(),
  AI_CENSUS_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  AI_CENSUS_OIDC_SCOPES: z.string().default('openid email profile'),
  AI_CENSUS_OIDC_NAME: z.string().max(60).optional(),
  AI_CENSUS_OIDC_ROLE_CLAIM: z.string().default('groups'),
  AI_CENSUS_OIDC_ROLES: z.string().optional(),
  AI_CENSUS_OIDC_DEFAULT_ROLE: Role.optional(),
  AI_CENSUS_OIDC_EMAIL_DOMAINS: z.string().optional(),
  AI_CENSUS_OIDC_CLOCK_TOLERANCE: z.coerce.number().int().min(0).max(600).default(30),
  AI_CENSUS_OIDC_END_SESSION: z.enum(['true', 'false']).default('false'),
})
export type OidcEnv = z.infer<typeof OidcEnv>

export interface OidcSettings {
  issuer: string
  clientId: string
  /** Null: a public client, which has PKCE alone. */
  clientSecret: string | null
  scopes: string
  /** What the button says. */
  name: string
  roleClaim: string
  /** Role by value of the claim; null: roles are given here, by administrators. */
  roles: ReadonlyMap<string, Role> | null
  /** For whom no value of the claim speaks; null: refused. */
  defaultRole: Role | null
  /** In lower case; null: any. */
  emailDomains: ReadonlySet<string> | null
  /** Seconds that the provider's clock may be wrong by. */
  clockTolerance: number
  /** Whether signing out here signs out there too. */
  endSession: boolean
}

/** Null: no identity provider. Throws an OperatorError for half a configuration. */
export function oidcSettings(env: OidcEnv): OidcSettings | null {
  const { AI_CENSUS_OIDC_ISSUER: issuer, AI_CENSUS_OIDC_CLIENT_ID: clientId } = env
  if (!issuer && !clientId) return null
  if (!issuer || !clientId)
    throw new OperatorError('AI_CENSUS_OIDC_ISSUER and AI_CENSUS_OIDC_CLIENT_ID go together; one is missing.')
  assertSafe(issuer)
  return {
    issuer,
    clientId,
    clientSecret: clientSecretOf(env),
    scopes: scopesOf(env),
    name: env.AI_CENSUS_OIDC_NAME ?? new URL(issuer).hostname,
    roleClaim: env.AI_CENSUS_OIDC_ROLE_CLAIM,
    roles: rolesOf(env),
    defaultRole: env.AI_CENSUS_OIDC_DEFAULT_ROLE ?? null,
    emailDomains: domainsOf(env),
    clockTolerance: env.AI_CENSUS_OIDC_CLOCK_TOLERANCE,
    endSession: env.AI_CENSUS_OIDC_END_SESSION === 'true',
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Without TLS anybody on the way could sign in as anybody. */
export const isLoopback = (issuer: string): boolean => LOOPBACK.has(new URL(issuer).hostname)

function assertSafe(issuer: string): void {
  if (!issuer.startsWith('https:') && !(issuer.startsWith('http:') && isLoopback(issuer)))
    throw new OperatorError('AI_CENSUS_OIDC_ISSUER must begin with https://.')
}

const clientSecretOf = (env: OidcEnv): string | null =>
  readSecret('AI_CENSUS_OIDC_CLIENT_SECRET', {
    value: env.AI_CENSUS_OIDC_CLIENT_SECRET,
    file: env.AI_CENSUS_OIDC_CLIENT_SECRET_FILE,
  })

function scopesOf({ AI_CENSUS_OIDC_SCOPES: scopes }: OidcEnv): string {
  const words = scopes.split(/[\s,]+/).filter(Boolean)
  return [...new Set(['openid', ...words])].join(' ')
}

const Roles = z.record(z.string().min(1), Role)

function rolesOf({ AI_CENSUS_OIDC_ROLES: text }: OidcEnv): ReadonlyMap<string, Role> | null {
  if (text === undefined || text.trim() === '') return null
  const roles = Roles.safeParse(jsonOf(text))
  if (roles.success) return new Map(Object.entries(roles.data))
  throw new OperatorError(
    `AI_CENSUS_OIDC_ROLES must be JSON like {"ai-governance":"governance"}, with the roles ${Role.options.join(', ')}.`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No value of the right shape, which the caller says.
    return undefined
  }
}

function domainsOf({ AI_CENSUS_OIDC_EMAIL_DOMAINS: text }: OidcEnv): ReadonlySet<string> | null {
  const domains = (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter(Boolean)
  return domains.length > 0 ? new Set(domains) : null
}
