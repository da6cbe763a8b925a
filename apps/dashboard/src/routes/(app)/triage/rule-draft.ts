/** A rule as a discovery suggests it: what all that is live of it has in common, to be made narrower or wider. Pure. */
import type { Component, EvidenceRow, RuleMatch, SystemDetail } from '#lib/types.ts'
import { contextWords } from '#lib/words.ts'

export interface RuleDraft {
  scope: string
  path: string
  contexts: RuleMatch['contexts']
  suppliers: RuleMatch['suppliers']
  kinds: RuleMatch['kinds']
}

export type RulePart = keyof RuleDraft

/** What of these texts is alike from the start, cut behind a separator, with a star for the rest. */
export function commonStart(texts: readonly string[]): string {
  const [first, ...others] = new Set(texts)
  if (first === undefined) return ''
  if (others.length === 0) return first
  let length = 0
  while (length < first.length && others.every((other) => other[length] === first[length])) length++
  const end = first.slice(0, length).lastIndexOf('/') + 1
  return end > 0 ? `${first.slice(0, end)}*` : ''
}

/** The folder of all these files; a star alone would say nothing. */
const folderOf = (paths: readonly string[]): string => {
  const folders = paths.map((path) => `${path.slice(0, path.lastIndexOf('/') + 1)}*`)
  const start = commonStart(folders)
  return start === '*' ? '' : start
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** What a rule asks about: what proves use, and is there. */
const isTold = ({ state, grade }: Component): boolean =>
  (state === 'seen' || state === 'returned') && grade !== 'available'

export function draftOf({ components }: SystemDetail, evidence: readonly EvidenceRow[]): RuleDraft {
  const told = components.filter(isTold)
  const ids = new Set(told.map(({ id }) => id))
  const places = evidence
    .filter(({ componentId }) => ids.has(componentId))
    .map((row) => row.evidence.location)
  const paths = places.flatMap((place) => ('path' in place ? [place.path] : []))
  return {
    scope: commonStart(told.flatMap(({ findings }) => findings.map(({ scope }) => scope))),
    // One place that is no file, and no path can say where it is.
    path: paths.length === places.length ? folderOf(paths) : '',
    contexts: unique(told.map(({ context }) => context)),
    suppliers: unique(told.flatMap(({ supplier }) => supplier ?? [])),
    kinds: unique(told.map(({ kind }) => kind)),
  }
}

/** Those parts that make a rule of few surprises: where it is, and that nothing of it is in production. */
export function partsOf(draft: RuleDraft): RulePart[] {
  const harmless = draft.contexts?.every((context) => context !== 'production') ?? false
  return [
    ...(draft.scope ? (['scope'] as const) : []),
    ...(draft.path ? (['path'] as const) : []),
    ...(harmless && draft.contexts?.length ? (['contexts'] as const) : []),
  ]
}

/** Undefined where it would name nothing, and so match everything. */
export function matchOf(draft: RuleDraft, parts: ReadonlySet<RulePart>): RuleMatch | undefined {
  const match: RuleMatch = {
    ...(parts.has('scope') && draft.scope.trim() ? { scope: draft.scope.trim() } : {}),
    ...(parts.has('path') && draft.path.trim() ? { path: draft.path.trim() } : {}),
    ...(parts.has('contexts') && draft.contexts?.length ? { contexts: draft.contexts } : {}),
    ...(parts.has('suppliers') && draft.suppliers?.length ? { suppliers: draft.suppliers } : {}),
    ...(parts.has('kinds') && draft.kinds?.length ? { kinds: draft.kinds } : {}),
  }
  return Object.keys(match).length > 0 ? match : undefined
}

/** `Only test in tests/* of git:github.com/acme/shop`. */
export function nameOf({ contexts, path, scope }: RuleMatch): string {
  const only =
    contexts?.map((context) => contextWords[context].label.toLowerCase()).join(' or ') ?? 'anything'
  return `Only ${only}${path ? ` in ${path}` : ''}${scope ? ` of ${scope}` : ''}`.slice(0, 200)
}

/** A readable id that no other rule has. */
export function idOf(name: string, random: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
    .replace(/-$/, '')
  return slug ? `${slug}-${random}` : `rule-${random}`
}
