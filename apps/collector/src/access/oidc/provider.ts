import * as client from 'openid-client'
import { type Attempt, challengeOf, nonceOf, stateOf, verifierOf } from './attempt.ts'
import { type Claims, isIncomplete } from './claims.ts'
import { refusalOf } from './refusal.ts'
import { isLoopback, type OidcSettings } from './settings.ts'

/** The organisation's identity provider. Its verbs throw an OidcRefused where it is at fault, or the person. */
export interface OidcProvider {
  readonly settings: OidcSettings
  /** Where the browser goes to sign in. */
  begin(attempt: Attempt): Promise<URL>
  /** What it vouches for, every check done. `callback`: the address that the browser came back to. */
  finish(attempt: Attempt, callback: URL): Promise<Claims>
  /** Where the browser goes to sign out there; null: it offers no such thing. */
  endSession(returnTo: string): Promise<URL | null>
}

const TIMEOUT_S = 10

export function createOidcProvider(settings: OidcSettings, redirectUri: () => string): OidcProvider {
  return {
    settings,
    async begin(attempt) {
      const config = await refusing(discover(settings))
      return client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri(),
        scope: settings.scopes,
        state: stateOf(attempt),
        nonce: nonceOf(attempt),
        code_challenge: challengeOf(attempt),
        code_challenge_method: 'S256',
      })
    },
    finish: (attempt, callback) => refusing(exchange(settings, attempt, callback)),
    async endSession(returnTo) {
      const config = await refusing(discover(settings))
      if (!config.serverMetadata().end_session_endpoint) return null
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo })
    },
  }
}

/**
 * Read anew for every step: sign-ins are few, and so neither a key that was withdrawn nor an endpoint that moved
 * is ever remembered.
 */
async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const insecure = settings.issuer.startsWith('http:') && isLoopback(settings.issuer)
  return client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    { [client.clockTolerance]: settings.clockTolerance },
    authenticationOf(settings),
    {
      timeout: TIMEOUT_S,
      execute: [
        // Without it the ID token's signature is not looked at, since it comes over TLS from the provider itself.
        client.enableNonRepudiationChecks,
        ...(insecure ? [client.allowInsecureRequests] : []),
      ],
    },
  )
}

function authenticationOf({ clientSecret }: OidcSettings): client.ClientAuth {
  if (clientSecret === null) return client.None()
  const post = client.ClientSecretPost(clientSecret)
  const basic = client.ClientSecretBasic(clientSecret)
  // OpenID Connect Discovery: a provider that does not say takes the header.
  return (server, ...rest) =>
    server.token_endpoint_auth_methods_supported?.includes('client_secret_post') &&
    !server.token_endpoint_auth_methods_supported.includes('client_secret_basic')
      ? post(server, ...rest)
      : basic(server, ...rest)
}

async function exchange(settings: OidcSettings, attempt: Attempt, callback: URL): Promise<Claims> {
  const config = await discover(settings)
  const tokens = await client.authorizationCodeGrant(config, callback, {
    expectedState: stateOf(attempt),
    expectedNonce: nonceOf(attempt),
    pkceCodeVerifier: verifierOf(attempt),
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('a validated answer came without the claims that were asked for')
  if (!config.serverMetadata().userinfo_endpoint || !isIncomplete(settings, claims)) return claims
  // What is signed outranks what is not.
  return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims }
}

async function refusing<T>(step: Promise<T>): Promise<T> {
  try {
    return await step
  } catch (error) {
    throw refusalOf(error)
  }
}
