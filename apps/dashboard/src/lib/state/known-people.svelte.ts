/** Whom the fields that name a person can offer; asked for once such a field is written in. */
import { type Person, peopleOf } from '#lib/people.ts'
import type { SystemRow } from '#lib/types.ts'
import { watch } from './resource.svelte.ts'

/** What is asked. Read apart from `knownPeople`: an answer that was first asked for in a `$derived` does not move it. */
export const askPeople = () => ({
  session: watch('/api/v1/session', {}),
  decisions: watch('/api/v1/decisions', { query: { limit: 200 } }),
  // Only who decides is asked whom, and those may see the list.
  users: watch('/api/v1/people', {}),
})

/** It fills as the answers come. */
export function knownPeople(
  { session, decisions, users }: ReturnType<typeof askPeople>,
  system?: SystemRow,
): { people: Person[]; waiting: boolean } {
  const people = peopleOf({
    me: session.data?.user ?? '',
    system,
    users: users.data?.people ?? [],
    decisions: decisions.data?.rows ?? [],
  })
  return { people, waiting: users.loading && !users.data }
}
