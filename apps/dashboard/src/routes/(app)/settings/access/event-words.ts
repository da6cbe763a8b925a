/** What happened at the door, in words. */
import type { AccessEventType } from '@ai-census/api'
import { clip } from '#lib/format.ts'
import type { AccessEvent } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

const word = (label: string, tone: Word['tone'], help: string): Word => ({ label, tone, help })

export const eventWords = {
  'signed-in': word('Signed in', 'ok', 'By a one-time link or through the identity provider'),
  'sign-in-failed': word(
    'Sign-in failed',
    'warn',
    'A link that did not work, or a refusal of the identity provider',
  ),
  'signed-out': word('Signed out', 'quiet', 'By the person'),
  'session-revoked': word('Session ended', 'notice', 'From another browser'),
  'link-made': word('Link made', 'notice', 'A one-time sign-in link'),
  'user-invited': word('Invited', 'notice', 'A person got a role and a link'),
  'user-made': word('Person added', 'notice', 'At the first sign-in through the identity provider'),
  'user-linked': word('Person linked', 'notice', 'The identity provider vouches for the person from now on'),
  'user-disabled': word('Disabled', 'warn', 'A person may no longer sign in'),
  'user-enabled': word('Enabled', 'ok', 'A person may sign in again'),
  'role-changed': word('Role changed', 'warn', 'What a person may do'),
  'token-made': word('Token made', 'notice', 'A scanner may report'),
  'token-revoked': word('Token revoked', 'notice', 'A scanner may no longer report'),
  'token-refused': word('Token refused', 'danger', 'Somebody sent a token that is wrong, revoked or too old'),
  'destination-made': word('Destination set', 'notice', 'Notifications go to a new place'),
  'destination-changed': word('Destination changed', 'notice', 'Where notifications go, or what of'),
  'destination-removed': word('Destination removed', 'warn', 'Notifications no longer go there'),
} satisfies Record<AccessEventType, Word>

/** `viewer → auditor`, and other facts as they are named. */
export function detailOf({ detail: { from, to, ...rest } }: AccessEvent): string {
  const change = from && to ? [`${clip(from, 60)} → ${clip(to, 60)}`] : []
  return [...change, ...Object.entries(rest).map(([name, value]) => `${name}: ${clip(value, 120)}`)].join(
    ', ',
  )
}
