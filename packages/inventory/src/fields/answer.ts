import { type AiSystem, type Claim, type ClaimField, ClaimSource, type SystemField } from '@ai-census/schema'
import type { Draft } from '../component.ts'
import { namedGroupKey } from '../group.ts'
import { compareText } from '../ids.ts'
import type { Pin } from '../replay.ts'
import type { Settings } from '../settings.ts'
import { earlier } from '../time.ts'
import { fieldRules } from './index.ts'
import type { Candidate, FieldRule, FieldSubject } from './rule.ts'

type Answers = AiSystem['fields']

/** Rule 8: a person's pin first, with what discovery says now beside it; else the best-ranked claim. */
export function answerFields(
  drafts: readonly Draft[],
  subject: FieldSubject,
  pins: ReadonlyMap<SystemField, Pin>,
  settings: Settings,
): Answers {
  const claims = claimsOf(drafts)
  const answers: Answers = {}
  for (const rule of Object.values(fieldRules)) {
    const discovered = discover(rule, claims, drafts, subject, settings)
    const pin = pins.get(rule.field)
    if (pin) {
      const { value, by, at } = pin
      answers[rule.field] = {
        value,
        source: 'pin',
        by,
        at,
        ...(discovered && { discovered: beside(discovered) }),
      }
    } else if (discovered) answers[rule.field] = discovered
  }
  return answers
}

const beside = ({ value, source, by }: Candidate): Omit<Candidate, 'at'> => ({ value, source, by })

function discover(
  rule: FieldRule,
  claims: ReadonlyMap<ClaimField, readonly Candidate[]>,
  drafts: readonly Draft[],
  subject: FieldSubject,
  settings: Settings,
): Candidate | null {
  const tallies = new Map<string, Tally>()
  for (const claim of rule.claim ? (claims.get(rule.claim) ?? []) : []) {
    const value = rule.accept ? rule.accept(claim.value, settings) : claim.value
    if (value !== null) count(tallies, { ...claim, value })
  }
  const [best] = [...tallies.values()].sort(compareTallies)
  return best?.candidate ?? infer(rule, drafts, subject)
}

/** One source's value, with the first to say so, and how many do. */
interface Tally {
  candidate: Candidate
  times: number
}

function count(tallies: Map<string, Tally>, candidate: Candidate): void {
  const name = `${candidate.source} ${candidate.value}`
  const tally = tallies.get(name)
  if (!tally) {
    tallies.set(name, { candidate, times: 1 })
    return
  }
  tally.times += 1
  if (byFirst(candidate, tally.candidate) < 0) tally.candidate = candidate
}

const byFirst = (a: Candidate, b: Candidate): number => compareText(a.at, b.at) || compareText(a.by, b.by)

/** The stronger source; then what more findings say; then the value, so that the answer is always the same. */
const compareTallies = (a: Tally, b: Tally): number =>
  ClaimSource.options.indexOf(a.candidate.source) - ClaimSource.options.indexOf(b.candidate.source) ||
  b.times - a.times ||
  compareText(a.candidate.value, b.candidate.value)

function infer(rule: FieldRule, drafts: readonly Draft[], subject: FieldSubject): Candidate | null {
  const value = rule.infer?.(subject) ?? null
  const first = drafts[0]
  if (value === null || !first) return null
  const at = drafts.map((d) => d.component.firstSeenAt).reduce(earlier)
  return { value, source: 'inference', by: first.members[0]!.scope.key, at }
}

/** What live findings and their scopes say of the system, by the field that they claim. */
function claimsOf(drafts: readonly Draft[]): Map<ClaimField, Candidate[]> {
  const claims = new Map<ClaimField, Candidate[]>()
  const heard = new Set<string>()
  for (const draft of drafts) {
    for (const member of draft.members) {
      if (!member.live) continue
      for (const { finding, scope, changedAt } of member.rows) {
        for (const claim of finding.claims ?? []) {
          const field = fieldOf(claim, draft, drafts.length === 1 || finding.kind === 'declared-system')
          if (field)
            add(claims, field, { value: claim.value, source: claim.source, by: scope, at: changedAt })
        }
      }
      // A developer's tool that happens to be set up in a repository is not that repository's to own.
      if (heard.has(member.scope.key) || draft.group.key.startsWith('development-tool:')) continue
      heard.add(member.scope.key)
      for (const claim of member.scopeClaims) {
        const field = fieldOf(claim, draft, true)
        const said = {
          value: claim.value,
          source: claim.source,
          by: member.scope.key,
          at: member.scopeClaimedAt,
        }
        if (field) add(claims, field, said)
      }
    }
  }
  return claims
}

/** The system's name is what it is grouped by; the name of one resource among many names that one alone. */
function fieldOf(claim: Claim, draft: Draft, speaksForAll: boolean): ClaimField | null {
  if (claim.field === 'system') return namedGroupKey(claim.value) === draft.group.key ? 'name' : null
  return claim.field === 'name' && !speaksForAll ? null : claim.field
}

function add(claims: Map<ClaimField, Candidate[]>, field: ClaimField, candidate: Candidate): void {
  const same = claims.get(field)
  if (same) same.push(candidate)
  else claims.set(field, [candidate])
}
