import type { Deps } from '../deps.ts'

/** The code stands behind `#`: browsers do not send it to servers or proxies, so no log ever has it. */
export function makeSignInLink(deps: Deps): { link: string; expiresAt: string } {
  const { code, expiresAt } = deps.codes.issue({ user: 'owner', role: 'admin' })
  return { link: `${deps.url()}/sign-in#code=${code}`, expiresAt }
}
