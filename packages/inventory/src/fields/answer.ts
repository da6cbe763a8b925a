import { type AiSystem, ClaimSource, type ClaimField, type SystemField } from '@ai-census/schema'
import type { Draft } from '../component.ts'
import { compareText } from '../ids.ts'
import type { Pin } from '../replay.ts'
import type { Settings } from '../settings.ts'
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
      answers[rule.field] = { value, source: 'pin', by, at, ...(discovered && { discovered: beside(discovered) }) }
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
  let best: Candidate | null = null
  for (const claim of rule.claim ? (claims.get(rule.claim) ?? []) : []) {
    const value = rule.accept ? rule.accept(claim.value, settings) : claim.value
    if (value === null) continue
    const candidate = value === claim.value ? claim : { ...claim, value }
    if (!best || compareCandidates(candidate, best) < 0) best = candidate
  }
  return best ?? infer(rule, drafts, subject)
}

function infer(rule: FieldRule, drafts: readonly Draft[], subject: FieldSubject): Candidate | null {
  const value = rule.infer?.(subject) ?? null
  const first = drafts[0]
  if (value === null || !first) return null
  const at = drafts.map((d) => d.component.firstSeenAt).reduce((a, b) => (a <= b ? a : b))
  return { value, source: 'inference', by: first.members[0]!.scope.key, at }
}

/** Stronger source, then the value, the scope and the time, so that equal claims have one answer. */
const compareCandidates = (a: Candidate, b: Candidate): number =>
  ClaimSource.options.indexOf(a.source) - ClaimSource.options.indexOf(b.source) ||
  compareText(a.value, b.value) ||
  compareText(a.by, b.by) ||
  compareText(a.at, b.at)

/** What live findings and their scopes say. */
function claimsOf(drafts: readonly Draft[]): Map<ClaimField, Candidate[]> {
  const claims = new Map<ClaimField, Candidate[]>()
  const scopes = new Set<string>()
  for (const { members, group } of drafts) {
    for (const member of members) {
      if (!member.live) continue
      for (const row of member.rows) {
        for (const claim of row.finding.claims ?? []) {
          add(claims, claim.field, { value: claim.value, source: claim.source, by: row.scope, at: row.changedAt })
        }
      }
      // A developer's tool that happens to be set up in a repository is not that repository's to own.
      if (group.key.startsWith('development-tool:') || scopes.has(member.scope.key)) continue
      scopes.add(member.scope.key)
      for (const claim of member.scopeClaims) {
        add(claims, claim.field, {
          value: claim.value,
          source: claim.source,
          by: member.scope.key,
          at: member.scopeClaimedAt,
        })
      }
    }
  }
  return claims
}

function add(claims: Map<ClaimField, Candidate[]>, field: ClaimField, candidate: Candidate): void {
  const same = claims.get(field)
  if (same) same.push(candidate)
  else claims.set(field, [candidate])
}
