import type { UserRow } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

export const stateWords = {
  active: { label: 'Active', tone: 'ok', help: 'Has signed in' },
  invited: { label: 'Invited', tone: 'notice', help: 'Has not signed in yet' },
  disabled: { label: 'Disabled', tone: 'quiet', help: 'May not sign in' },
} satisfies Record<UserRow['state'], Word>
