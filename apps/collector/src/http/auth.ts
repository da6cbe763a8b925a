import type { Access, Role } from '@ai-census/api'

/** Who calls. The rest of the server knows no cookies, tokens or headers. */
export type Actor =
  | { type: 'anonymous' }
  | { type: 'person'; userId: string; sessionId: string; user: string; role: Role; expiresAt: string }
  /** Whoever may read the data folder of an embedded collector: the user that started it. */
  | { type: 'operator'; user: string }
  | { type: 'scanner'; tokenId: string; name: string; sources: string[] }

/** What each role may do besides its own access; a role that is not named may nothing. */
const may: Record<Role, readonly Access[]> = {
  viewer: ['viewer'],
  auditor: ['viewer', 'auditor'],
  governance: ['viewer', 'auditor', 'governance'],
  admin: ['viewer', 'auditor', 'governance', 'admin'],
}

/** Deny by default: everything that is not listed here is refused. */
export function allows(actor: Actor, access: Access): boolean {
  if (access === 'public') return true
  if (actor.type === 'operator') return true
  if (actor.type === 'scanner') return access === 'scanner'
  if (actor.type === 'person') return may[actor.role].includes(access)
  return false
}

/** How the actor is named in the ledger. */
export function authorOf(actor: Actor): string {
  if (actor.type === 'anonymous') throw new Error('an anonymous caller authors nothing')
  return actor.type === 'scanner' ? `token:${actor.tokenId}` : actor.user
}

/** `github:*` covers every source that begins with `github:`. */
export const covers = (sources: readonly string[], source: string): boolean =>
  sources.some((s) => (s.endsWith('*') ? source.startsWith(s.slice(0, -1)) : s === source))
