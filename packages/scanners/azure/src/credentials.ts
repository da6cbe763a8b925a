import { ScopeFailure } from '@ai-census/scanner-kit'
import { cloudOf } from './clouds.ts'
import type { AzureConfig } from './config.ts'

/** Gives the header that a request is let in with; keeps tokens in memory and nowhere else. */
export interface Credentials {
  /** `audience`: whom the token is for, `https://management.azure.com`. */
  headers(signal: AbortSignal, audience: string): Promise<Record<string, string>>
  /** Makes the next request use a new token. */
  renew(): Promise<void>
}

/** The least that is still good for the longest request. */
const MARGIN_MS = 120_000

export function createCredentials(config: AzureConfig): Credentials {
  const { token, credential } = config
  if (token) return fixed({ authorization: `Bearer ${token}` })
  return credential === 'none' ? fixed({}) : signedIn(config)
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
  const pending = new Map<string, Promise<Token>>()
  const ask = (audience: string): Promise<Token> => {
    const asked = askForToken(config, audience)
    pending.set(audience, asked)
    return asked
  }
  const current = async (audience: string): Promise<Token> => {
    const token = await (pending.get(audience) ?? ask(audience))
    return token.expiresOnTimestamp - Date.now() > MARGIN_MS ? token : ask(audience)
  }
  return {
    headers: async (signal, audience) => {
      signal.throwIfAborted()
      return { authorization: `Bearer ${(await current(audience)).token}` }
    },
    renew: async () => pending.clear(),
  }
}

/** Environment, workload identity, managed identity, then whoever is signed in with Azure's tools. */
async function askForToken({ cloud }: AzureConfig, audience: string): Promise<Token> {
  const { DefaultAzureCredential } = await import('@azure/identity')
  const { authority } = cloudOf(cloud)
  try {
    const credential = new DefaultAzureCredential({ authorityHost: authority })
    const token = await credential.getToken(`${audience}/.default`)
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
