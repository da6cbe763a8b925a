import { GoogleAuth } from 'google-auth-library'

/** What is sent with each request. Tokens are kept in memory by Google's library alone, and renewed by it. */
export interface Credentials {
  headers(): Promise<Record<string, string>>
  /** The service account that looks; empty for a person, whose cache is their own. */
  identity(): Promise<string>
  /** Forgets them: the next request gets new ones. */
  renew(): Promise<void>
}

/** Thrown where there is nothing to sign in with; its message names no file and holds no part of a key. */
export class NoCredentials extends Error {
  constructor(cause: unknown) {
    super('No usable Google credentials', { cause })
    this.name = 'NoCredentials'
  }
}

/** A token that a person gave, as it is. */
export const givenToken = (token: string): Credentials => ({
  headers: async () => ({ authorization: `Bearer ${token}` }),
  identity: async () => '',
  renew: async () => undefined,
})

// Half of these services take no narrower scope; what may be read is decided by IAM.
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform'

/** Never sent: requests name their projects themselves. */
const NO_PROJECT = '-'

/** Application default credentials: a file, a person's sign-in, workload identity federation, the machine's own account. */
export function defaultCredentials(universeDomain: string): Credentials {
  // Without any project the library asks Resource Manager for the credentials' own, and gives up where that is off.
  const make = () =>
    new GoogleAuth({ scopes: [SCOPE], projectId: NO_PROJECT, clientOptions: { universeDomain } })
  let auth = make()
  return {
    async headers() {
      try {
        const headers = await auth.getRequestHeaders()
        return Object.fromEntries(headers.entries())
      } catch (error) {
        throw new NoCredentials(error)
      }
    },
    async identity() {
      try {
        return (await auth.getCredentials()).client_email ?? ''
      } catch {
        return '' // Whether they can be used is told by the first request.
      }
    },
    renew: async () => {
      auth = make()
    },
  }
}
