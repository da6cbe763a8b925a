import type { Role } from '@ai-census/api'
import { hashSecret, newSecret } from '../http/secrets.ts'

const LIFETIME_MS = 15 * 60_000

export interface Grant {
  user: string
  role: Role
}

/** One-time codes of sign-in links: kept in memory only, by their hash, and gone at their first use. */
export class SignInCodes {
  readonly #grants = new Map<string, Grant & { expiresAt: number }>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  issue(grant: Grant): { code: string; expiresAt: string } {
    this.#forgetExpired()
    const code = newSecret('')
    const expiresAt = this.#now().getTime() + LIFETIME_MS
    this.#grants.set(hashSecret(code), { ...grant, expiresAt })
    return { code, expiresAt: new Date(expiresAt).toISOString() }
  }

  redeem(code: string): Grant | null {
    this.#forgetExpired()
    const hash = hashSecret(code)
    const grant = this.#grants.get(hash)
    this.#grants.delete(hash)
    return grant ? { user: grant.user, role: grant.role } : null
  }

  #forgetExpired(): void {
    for (const [hash, grant] of this.#grants)
      if (grant.expiresAt <= this.#now().getTime()) this.#grants.delete(hash)
  }
}
