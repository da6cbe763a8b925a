/** Types of decision in words, and where what they speak of is shown. */
import type { DecisionBody } from '#lib/types.ts'

export const typeLabels = {
  register: 'Registered',
  'set-fields': 'Fields changed',
  rate: 'Rated',
  dismiss: 'Dismissed',
  restore: 'Restored',
  attach: 'Attached',
  merge: 'Merged',
  split: 'Split',
  'not-duplicates': 'Not duplicates',
  assign: 'Assigned',
  snooze: 'Snoozed',
  'confirm-presence': 'Presence confirmed',
  'release-look': 'Held look released',
  'review-supplier': 'Supplier reviewed',
  configure: 'Settings changed',
  'set-rule': 'Rule made',
  'remove-rule': 'Rule removed',
  revoke: 'Taken back',
} satisfies Record<DecisionBody['type'], string>

export function subjectOf(
  body: DecisionBody,
  nameOf: (system: string) => string | undefined,
): { label: string; href: string } | undefined {
  const system = (id: string) => ({ label: nameOf(id) ?? 'The system', href: `/systems/${id}` })
  if (body.type === 'review-supplier') return { label: 'The supplier', href: `/suppliers/${body.supplier}` }
  if (body.type === 'configure') return { label: 'The settings', href: '/settings/organisation' }
  if (body.type === 'set-rule' || body.type === 'remove-rule')
    return { label: 'The rules', href: '/settings/rules' }
  if (body.type === 'merge') return system(body.into)
  if ('system' in body) return system(body.system)
  return undefined
}
