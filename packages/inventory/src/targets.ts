import type { RelationType } from '@ai-census/schema'
import type { Draft } from './component.ts'
import { identifierName, isStrong, localName } from './joining.ts'
import type { Member } from './members.ts'

/** What a stated relation points to. */
export interface Target {
  readonly type: RelationType
  /** The identifier's name; within the scope that stated it where `local`. */
  readonly name: string
  /** A strong identifier names one thing anywhere; any other only within the scope that stated the relation. */
  readonly local: boolean
}

export const targetsOfMember = ({ relations, scope }: Member): Target[] =>
  relations.map(({ type, to }) =>
    isStrong(to.type)
      ? { type, name: identifierName(to), local: false }
      : { type, name: localName(scope.key, to), local: true },
  )

export const targetsOf = (draft: Draft): Target[] => draft.members.flatMap(targetsOfMember)
