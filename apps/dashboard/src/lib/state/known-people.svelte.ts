/** Whom the fields that name a person can offer; asked for once such a field is written in. */
import { type Person, peopleOf } from '#lib/people.ts'
import type { SystemRow } from '#lib/types.ts'
import { watch } from './resource.svelte.ts'

/** Read in a `$derived`: it fills as the answers come. Only who decides is asked whom, and those may see the list. */
export function knownPeople(system?: SystemRow): { people: Person[]; waiting: boolean } {
  const session = watch('/api/v1/session', {})
  const decisions = watch('/api/v1/decisions', { query: { limit: 200 } })
  const users = watch('/api/v1/people', {})
  const people = peopleOf({
    me: session.data?.user ?? '',
    system,
    users: users.data?.people ?? [],
    decisions: decisions.data?.rows ?? [],
  })
  return { people, waiting: users.loading && !users.data }
}
