/** The pages of the settings, and the least role that has any use for each. */

import { atLeast } from '#lib/session.ts'
import type { Role } from '#lib/types.ts'

interface Section {
  path: string
  label: string
  least: Role
}

const sections: readonly Section[] = [
  { path: '/settings', label: 'You', least: 'viewer' },
  { path: '/settings/sessions', label: 'Sessions', least: 'viewer' },
  { path: '/settings/organisation', label: 'Organisation', least: 'viewer' },
  { path: '/settings/rules', label: 'Rules', least: 'viewer' },
  { path: '/settings/sources', label: 'Sources', least: 'viewer' },
  { path: '/settings/schedules', label: 'Schedules', least: 'viewer' },
  { path: '/settings/notifications', label: 'Notifications', least: 'viewer' },
  { path: '/settings/tokens', label: 'Tokens', least: 'admin' },
  { path: '/settings/people', label: 'People', least: 'admin' },
  { path: '/settings/access', label: 'Access events', least: 'auditor' },
]

export const sectionsFor = (role: Role): Section[] => sections.filter(({ least }) => atLeast(role, least))
