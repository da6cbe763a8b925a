import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { CLIENT_ID, CLIENT_SECRET } from './identity-provider.ts'

type Keys = Awaited<ReturnType<typeof generateKeyPair>>

/** What a right provider would say, for a test to make one thing of it wrong. */
export interface FaultyProvider {
  issuer: string
  claims: (right: JWTPayload) => JWTPayload
  /** `stranger`: a key that it does not publish. */
  signedBy: 'itself' | 'stranger' | 'client-secret' | 'nobody'
  discovery: (right: Record<string, unknown>) => Record<string, unknown>
  /** Answers the token request instead of it. */
  tokenAnswer: { status: number; type: string; body: string } | null
  userInfo: Record<string, unknown>
  /** As if nothing had ever been wrong. */
  reset(): void
  close(): Promise<void>
}

/** An OpenID Connect provider with real signatures that says whatever a test wants; a right one never would. */
export async function startFaultyProvider(): Promise<FaultyProvider> {
  const own = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('RS256')
  const server = createServer((request, response) => void route(provider, own, stranger, request, response))
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const provider: FaultyProvider = {
    // An address of a TCP server is no string.
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...right(),
    reset: () => Object.assign(provider, right()),
    close: () => close(server),
  }
  return provider
}

const right = () => ({
  claims: (claims: JWTPayload) => claims,
  signedBy: 'itself' as const,
  discovery: (document: Record<string, unknown>) => document,
  tokenAnswer: null,
  userInfo: { sub: 'maria', groups: ['everyone'] },
})

let nonce = ''

async function route(
  provider: FaultyProvider,
  own: Keys,
  stranger: Keys,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', provider.issuer)
  const json = (value: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (url.pathname === '/.well-known/openid-configuration') json(discoveryOf(provider))
  else if (url.pathname === '/jwks')
    json({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'RS256' }] })
  else if (url.pathname === '/userinfo') json(provider.userInfo)
  else if (url.pathname === '/authorize') sendBack(provider, url, response)
  else if (provider.tokenAnswer) {
    const { status, type, body } = provider.tokenAnswer
    response.writeHead(status, { 'content-type': type }).end(body)
  } else {
    const id_token = await sign(provider, own, stranger)
    json({ access_token: 'an-access-token', token_type: 'Bearer', expires_in: 60, id_token })
  }
}

const discoveryOf = ({ issuer, discovery }: FaultyProvider) =>
  discovery({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  })

function sendBack({ issuer }: FaultyProvider, { searchParams }: URL, response: ServerResponse): void {
  nonce = searchParams.get('nonce') ?? ''
  const back = new URL(searchParams.get('redirect_uri') ?? issuer)
  back.searchParams.set('code', 'a-code')
  back.searchParams.set('state', searchParams.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

async function sign(provider: FaultyProvider, own: Keys, stranger: Keys): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = provider.claims({
    iss: provider.issuer,
    sub: 'maria',
    aud: CLIENT_ID,
    iat: now,
    exp: now + 60,
    nonce,
    groups: ['everyone'],
    email: 'maria@acme.example',
    email_verified: true,
  })
  if (provider.signedBy === 'nobody') return new UnsecuredJWT(claims).encode()
  if (provider.signedBy === 'client-secret')
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(CLIENT_SECRET))
  const { privateKey } = provider.signedBy === 'itself' ? own : stranger
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey)
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
