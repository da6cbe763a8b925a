/** What each role may do. The server decides; this only keeps from offering what it would refuse. */
import type { Role } from '@ai-census/api'

const rank: Readonly<Record<Role, number>> = { viewer: 0, auditor: 1, governance: 2, admin: 3 }

const atLeast = (role: Role, least: Role): boolean => rank[role] >= rank[least]

export const canDecide = (role: Role): boolean => atLeast(role, 'governance')
export const canAudit = (role: Role): boolean => atLeast(role, 'auditor')
export const canAdminister = (role: Role): boolean => atLeast(role, 'admin')

export const roleHelp = {
  viewer: 'Sees the inventory',
  auditor: 'Sees the inventory and verifies the decision log',
  governance: 'Registers, edits, dismisses and reviews',
  admin: 'Also makes and revokes scanner tokens',
} satisfies Record<Role, string>

/** The code of a one-time link stands in the fragment, which browsers send to nobody. */
export function codeOfFragment(fragment: string): string | undefined {
  const code = new URLSearchParams(fragment.replace(/^#/, '')).get('code')?.trim()
  return code || undefined
}

/** Where to go after sign-in: a path of this site and never another host. */
export function safeReturn(next: string | null): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/'
  return next.startsWith('/sign-in') ? '/' : next
}
