import { ScopeFailure } from '@ai-census/scanner-kit'
import { cloudOf } from './clouds.ts'
import type { AzureConfig } from './config.ts'

/** Gives the header that a request is let in with; keeps tokens in memory and nowhere else. */
export interface Credentials {
  headers(signal: AbortSignal): Promise<Record<string, string>>
  /** Makes the next request use a new token. */
  renew(): Promise<void>
}

/** The least that is still good for the longest request. */
const MARGIN_MS = 120_000

export function createCredentials(config: AzureConfig): Credentials {
  const { token, credential, endpoint } = config
  if (token) return fixed({ authorization: `Bearer ${token}` })
  // Who is signed in on this machine is nothing to tell an endpoint without TLS.
  if (credential === 'none' || endpoint?.startsWith('http:')) return fixed({})
  return signedIn(config)
}

const fixed = (headers: Record<string, string>): Credentials => ({
  headers: async () => headers,
  renew: async () => undefined,
})

interface Token {
  readonly token: string
  readonly expiresOnTimestamp: number
}

function signedIn(config: AzureConfig): Credentials {
  let pending: Promise<Token> | null = null
  const current = async (): Promise<Token> => {
    pending ??= askForToken(config)
    const token = await pending
    if (token.expiresOnTimestamp - Date.now() > MARGIN_MS) return token
    pending = askForToken(config)
    return pending
  }
  return {
    headers: async (signal) => {
      signal.throwIfAborted()
      return { authorization: `Bearer ${(await current()).token}` }
    },
    renew: async () => {
      pending = null
    },
  }
}

/** Environment, workload identity, managed identity, then whoever is signed in with Azure's tools. */
async function askForToken({ cloud }: AzureConfig): Promise<Token> {
  const { DefaultAzureCredential } = await import('@azure/identity')
  const { authority, resourceManager } = cloudOf(cloud)
  try {
    const credential = new DefaultAzureCredential({ authorityHost: authority })
    const token = await credential.getToken(`${resourceManager}/.default`)
    if (token) return token
  } catch {
    // What the library says of its attempts may hold names of tenants and of files; the advice is what helps.
  }
  throw new ScopeFailure(
    'denied',
    'credentials',
    'No usable credentials: sign in with `az login`, set AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or certificate, or run where an identity is given.',
  )
}
