/** People whom this installation has heard of, for the fields that take any name. Pure. */
import type { Decision, SystemRow } from './types.ts'

export interface Person {
  id: string
  name: string
  hint: string
}

interface Sources {
  me: string
  system: Pick<SystemRow, 'fields'> | undefined
  users: readonly { name: string; role: string }[]
  decisions: readonly Pick<Decision, 'author' | 'body'>[]
}

/** Each once, however they are spelled in letters' case: oneself, who has to do with the system, users, and who was named before. */
export function peopleOf({ me, system, users, decisions }: Sources): Person[] {
  const people = new Map<string, Person>()
  const add = (name: string | undefined, hint: string): void => {
    const id = name?.trim().toLowerCase()
    if (name && id && !people.has(id)) people.set(id, { id, name, hint })
  }
  add(me, 'you')
  add(system?.fields.technicalOwner?.value, 'technical owner')
  add(system?.fields.businessOwner?.value, 'business owner')
  for (const { name, role } of users) add(name, role)
  for (const { body } of decisions)
    if (body.type === 'assign' && body.assignee) add(body.assignee, 'was assigned before')
  for (const { body } of decisions)
    if (body.type === 'register' || body.type === 'set-fields')
      for (const name of [body.fields.businessOwner, body.fields.technicalOwner])
        add(name ?? undefined, 'owns a system')
  for (const { author } of decisions) add(author, 'decides here')
  return [...people.values()]
}

/** Those whose name has each of the typed words. */
export function matching(people: readonly Person[], typed: string): Person[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter(({ id }) => words.every((word) => id.includes(word)))
}
