/** What each role may do. The server decides; this only keeps from offering what it would refuse. */
import type { OidcRefusal, Role } from '@ai-census/api'

const rank: Readonly<Record<Role, number>> = { viewer: 0, auditor: 1, governance: 2, admin: 3 }

/** Whether a role may what the least of these roles may. */
export const atLeast = (role: Role, least: Role): boolean => rank[role] >= rank[least]

export const canDecide = (role: Role): boolean => atLeast(role, 'governance')
export const canAudit = (role: Role): boolean => atLeast(role, 'auditor')
export const canAdminister = (role: Role): boolean => atLeast(role, 'admin')

export const roleHelp = {
  viewer: 'Sees the inventory',
  auditor: 'Sees the inventory, verifies the log, draws samples and reads access events',
  governance: 'All that an auditor may; registers, edits, dismisses and reviews',
  admin: 'All of it; changes settings and manages people and scanner tokens',
} satisfies Record<Role, string>

export const roleLabels = {
  viewer: 'Viewer',
  auditor: 'Auditor',
  governance: 'Governance',
  admin: 'Administrator',
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

/** Why a sign-in by the organisation's identity provider came to nothing, as the person is told. */
const refusals = {
  'provider-unreachable': {
    title: 'Your organisation’s sign-in does not answer',
    help: 'This is no fault of yours. Try again in a while.',
  },
  'provider-refused': {
    title: 'Your organisation did not sign you in',
    help: 'You cancelled, or it does not let you use AI Census. Try again, or ask whoever runs AI Census.',
  },
  'provider-invalid': {
    title: 'The answer of your organisation’s sign-in is not valid',
    help: 'Nobody was signed in. Whoever runs AI Census finds the reason in its log.',
  },
  stale: {
    title: 'This sign-in is too old',
    help: 'It was begun in another tab or browser, took too long, or was finished already. Begin again.',
  },
  'not-allowed': {
    title: 'You have no access to AI Census',
    help: 'Your organisation knows you, but nobody has given you a role here. Ask whoever runs AI Census.',
  },
} satisfies Record<OidcRefusal, { title: string; help: string }>

/** For the `reason` in the address; null: there is none, or none that we know. */
export const refusalOf = (reason: string | null): { title: string; help: string } | null =>
  Object.entries(refusals).find(([known]) => known === reason)?.[1] ?? null
