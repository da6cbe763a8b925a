import type { Draft } from '../component.ts'
import { modelOf } from '../models.ts'
import { riskFactors } from '../risk/factors/index.ts'
import { suppliersOfComponent } from '../suppliers.ts'
import type { SystemRule } from './rule.ts'
import { listed } from './wording.ts'

/**
 * Something came, or became something else, since a person last answered for the system; or an answer of its rating
 * was re-opened and has not been given anew.
 */
export const changedSinceReview: SystemRule = {
  id: 'changed-since-review',
  subject: 'system',
  raise({ system, drafts, governance }) {
    const reviewedAt = governance.map((g) => g.reviewedAt).reduce(later, null)
    if (system.state !== 'registered' || reviewedAt === null) return null
    const live = drafts.filter((d) => d.live)
    const changes = changesSince(live, reviewedAt)
    const asked = (system.rating?.reopened ?? []).map(({ factor }) => riskFactors[factor].title.toLowerCase())
    if (changes.length === 0 && asked.length === 0) return null
    const questions = listed(asked, asked.length)
    const changed =
      changes.length > 0 ? `Since the review of ${reviewedAt.slice(0, 10)}: ${listed(changes, 5)}.` : ''
    return {
      reason: [changed, questions && `Its rating must be answered anew for ${questions}.`]
        .filter(Boolean)
        .join(' '),
      clearedBy: questions
        ? `Rate it again; asked anew: ${questions}.`
        : 'Review it: confirm or change its risk level.',
    }
  },
}

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a

function changesSince(live: readonly Draft[], reviewedAt: string): string[] {
  const old = live.filter((d) => d.component.firstSeenAt <= reviewedAt)
  const fresh = live.filter((d) => d.component.firstSeenAt > reviewedAt)
  const sources = fresh.filter((d) => d.component.kind === 'dataset' || d.component.kind === 'knowledge-base')
  const changed = old.filter((d) => d.essenceAt > reviewedAt)
  const named = (what: string, names: readonly string[]): string[] => names.map((name) => `${what} ${name}`)
  const all = [
    ...named(
      'new supplier',
      added(old, fresh, (d) => suppliersOfComponent(d.component)),
    ),
    ...named(
      'new model',
      added(old, fresh, (d) => modelOf(d.component) ?? []),
    ),
    ...named('new data source', names(sources)),
    ...named('changed', names(changed)),
  ]
  const told = new Set([...sources, ...changed])
  const rest = fresh.filter((d) => !told.has(d) && d.component.context === 'production')
  return all.length > 0 ? all : named(`new ${'component'}`, names(rest))
}

const names = (drafts: readonly Draft[]): string[] => [...new Set(drafts.map((d) => d.component.name))].sort()

function added(
  old: readonly Draft[],
  fresh: readonly Draft[],
  read: (draft: Draft) => string | readonly string[],
): string[] {
  const known = new Set(old.flatMap(read))
  return [...new Set(fresh.flatMap(read))].filter((name) => !known.has(name)).sort()
}
