import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { OidcSettings } from '../access/oidc/settings.ts'

export const CLIENT_ID = 'ai-census'
export const CLIENT_SECRET = 'a-client-secret-of-the-tests-only'
const HERE = 'http://127.0.0.1:7420'

/** A person as the identity provider has it: the claims besides `sub`. */
export type Account = Readonly<Record<string, unknown>>

export interface IdentityProvider {
  issuer: string
  settings: OidcSettings
  /** People by subject. */
  accounts: Map<string, Account>
  /** Who signs in next; null: the person gives up. */
  next: string | null
  /** Goes on with a new signing key alone. */
  rotateKey(): Promise<void>
  close(): Promise<void>
}

/** A certified OpenID Connect provider on loopback, whose people sign in to `collector` by themselves. */
export async function startIdentityProvider(collector = HERE): Promise<IdentityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  // An address of a TCP server is no string.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: IdentityProvider = {
    issuer,
    settings: settingsFor(issuer),
    accounts: new Map(),
    next: null,
    async rotateKey() {
      answer = await answering(provider, collector)
    },
    close: () => close(server),
  }
  await provider.rotateKey()
  return provider
}

export const settingsFor = (issuer: string): OidcSettings => ({
  issuer,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  scopes: 'openid email profile groups',
  name: 'Acme',
  roleClaim: 'groups',
  roles: new Map([
    ['census-admins', 'admin'],
    ['ai-governance', 'governance'],
    ['everyone', 'viewer'],
  ]),
  defaultRole: null,
  emailDomains: null,
  clockTolerance: 30,
  endSession: true,
})

async function answering(of: IdentityProvider, collector: string) {
  const provider = new Provider(of.issuer, {
    jwks: { keys: [await signingKey()] },
    cookies: { keys: ['the provider’s own cookies'] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${collector}/api/v1/oidc/callback`],
        post_logout_redirect_uris: [`${collector}/sign-in`],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: {
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
      groups: ['groups'],
    },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...of.accounts.get(sub), sub }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: (context) => grantAll(provider, context),
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
  })
  const callback = provider.callback()
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!request.url?.startsWith('/interaction/')) {
      callback(request, response)
      return
    }
    const result = of.next ? { login: { accountId: of.next } } : { error: 'access_denied' }
    provider.interactionFinished(request, response, result).catch(() => response.writeHead(500).end())
  }
}

/** Nobody is asked whether the application may know the person. */
async function grantAll(provider: Provider, { oidc }: KoaContextWithOIDC) {
  const { session, client } = oidc
  if (!session?.accountId || !client) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid email profile groups')
  await grant.save()
  return grant
}

async function signingKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() }
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
