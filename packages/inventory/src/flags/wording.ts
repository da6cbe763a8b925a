import { type Evidence, isCodeLocation } from '@ai-census/schema'
import type { Draft } from '../component.ts'

/** `3 systems`, `1 system`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** The first few, and how many more: `a, b, c and 4 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** `3 keys in files, such as a`, `1 key in files: a`. */
export const withExample = (n: number, said: string, first: string): string =>
  n === 1 ? `${said}: ${first}` : `${said}, such as ${first}`

/** Where a piece of evidence was seen: `src/app.py:12`, `bedrock:ListAgents arn:…`. */
export const placeOf = ({ location }: Evidence): string =>
  isCodeLocation(location)
    ? `${location.path}:${location.startLine}`
    : `${location.api} ${location.operation} ${location.resource}`

/** A component with one place where it was seen. */
export function cited(draft: Draft): string {
  const member = draft.members.find((m) => m.live) ?? draft.members[0]!
  return `${draft.component.name} (${member.scope.title}, ${placeOf(member.finding.evidence[0]!)})`
}
