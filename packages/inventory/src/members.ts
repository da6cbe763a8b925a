import {
  type Claim,
  type Finding,
  gradeRank,
  type Identifier,
  type IdentifierAlias,
  type RelationType,
  type Scope,
} from '@ai-census/schema'
import { isUnconfirmed } from './absence.ts'
import { canonicalHost } from './canonical.ts'
import { type Group, groupOf } from './group.ts'
import { compareText, refKey } from './ids.ts'
import { isMeeting } from './joining.ts'
import type { Facts, LedgerFinding, ScopeFacts } from './ledger.ts'
import type { Confirmation } from './replay.ts'
import { daysBetween, later } from './time.ts'

export interface StatedRelation {
  readonly type: RelationType
  readonly to: Identifier
}

/** One finding's address with all that is known at it now, from every scanner that looks at its scope. */
export interface Member {
  readonly ref: string
  readonly scope: Scope
  /** The scope's claims, of all its scanners. */
  readonly scopeClaims: readonly Claim[]
  readonly scopeClaimedAt: string
  /** One row per scanner, the one that speaks for it first. */
  readonly rows: readonly LedgerFinding[]
  readonly finding: Finding
  readonly live: boolean
  /** Live, and its sign of use has not faded. */
  readonly fresh: boolean
  readonly lastSeenAt: string
  /** In canonical spelling, aliases in place. */
  readonly identifiers: readonly Identifier[]
  /** Those by which it can meet findings of any scope, and those that mean something in its own scope only. */
  readonly strong: readonly Identifier[]
  readonly weak: readonly Identifier[]
  /** What the evidence states about other things, likewise. Empty unless live. */
  readonly relations: readonly StatedRelation[]
  readonly group: Group
  /** Every row of it waits for a person: detectors of another version do not see it (`isUnconfirmed`). */
  readonly unconfirmed: boolean
}

export const isLive = (row: LedgerFinding): boolean => row.presence !== 'missing' && row.presence !== 'gone'

const PRESENCE_ORDER = ['seen', 'returned', 'unseen', 'missing', 'gone'] as const

/** Live before not, then the stronger grade, then by scanner's name: the same whatever came first. */
function bySpeaker(a: LedgerFinding, b: LedgerFinding): number {
  return (
    PRESENCE_ORDER.indexOf(a.presence) - PRESENCE_ORDER.indexOf(b.presence) ||
    gradeRank(b.finding.grade) - gradeRank(a.finding.grade) ||
    compareText(a.scanner, b.scanner)
  )
}

const NOTHING_CONFIRMED: ReadonlyMap<string, Confirmation> = new Map()

/**
 * The facts' findings by address, in the order of the addresses. Without `confirmed`, as the sources alone show them:
 * what people said of them leaves out more and adds nothing, so links (`links.ts`) are made without it.
 */
export function membersOf(
  facts: Facts,
  confirmed: ReadonlyMap<string, Confirmation> = NOTHING_CONFIRMED,
): Member[] {
  const scopes = scopesByKey(facts.scopes)
  const rows = new Map<string, LedgerFinding[]>()
  for (const kept of facts.findings) {
    if (kept.closed || !scopes.has(kept.scope)) continue
    const ref = refKey(kept)
    const row = asConfirmed(kept, confirmed.get(ref))
    const same = rows.get(ref)
    if (same) same.push(row)
    else rows.set(ref, [row])
  }
  const rename = renamer(facts.aliases ?? [])
  return [...rows.keys()]
    .sort(compareText)
    .map((ref) => memberOf(facts, scopes, ref, rows.get(ref)!, rename, confirmed.get(ref)))
}

/** Only what is unseen can be confirmed, and only as it was when a person spoke. */
const isInForce = (row: LedgerFinding, said: Confirmation | undefined): said is Confirmation =>
  said !== undefined && row.presence === 'unseen' && (row.lastSeen?.at ?? row.opened.at) <= said.at

const asConfirmed = (row: LedgerFinding, said: Confirmation | undefined): LedgerFinding =>
  isInForce(row, said) && !said.present ? { ...row, presence: 'gone' } : row

interface KnownScope {
  readonly scope: Scope
  readonly claims: readonly Claim[]
  readonly claimedAt: string
  readonly sightAt: ReadonlyMap<string, string>
  readonly completeBy: ReadonlyMap<string, ScopeFacts['complete']>
}

function scopesByKey(facts: readonly ScopeFacts[]): Map<string, KnownScope> {
  const byKey = new Map<string, ScopeFacts[]>()
  for (const one of facts) {
    const same = byKey.get(one.scope.key)
    if (same) same.push(one)
    else byKey.set(one.scope.key, [one])
  }
  return new Map([...byKey].map(([key, same]) => [key, knownScope(same)]))
}

function knownScope(same: readonly ScopeFacts[]): KnownScope {
  const ordered = [...same].sort((a, b) => compareText(a.scanner, b.scanner))
  return {
    scope: ordered[0]!.scope,
    claims: ordered.flatMap((one) => one.scope.claims ?? []),
    claimedAt: ordered.map((one) => one.describedAt).sort(compareText)[0]!,
    sightAt: new Map(ordered.map((one) => [one.scanner, (one.sight ?? one.newest).at])),
    completeBy: new Map(ordered.map((one) => [one.scanner, one.complete])),
  }
}

function memberOf(
  facts: Facts,
  scopes: ReadonlyMap<string, KnownScope>,
  ref: string,
  unordered: LedgerFinding[],
  rename: (identifier: Identifier) => Identifier,
  said: Confirmation | undefined,
): Member {
  const rows = unordered.length > 1 ? unordered.sort(bySpeaker) : unordered
  const known = scopes.get(rows[0]!.scope)!
  const { finding } = rows[0]!
  const seenAt = (row: LedgerFinding): string =>
    row.lastSeen?.at ?? known.sightAt.get(row.scanner) ?? row.opened.at
  const lastSeenAt = rows.map(seenAt).reduce(later)
  const live = isLive(rows[0]!)
  const faded = finding.kind === 'usage' && daysBetween(lastSeenAt, facts.now) > facts.settings.usageDays
  const named = rows.length > 1 ? rows.flatMap((r) => r.finding.identifiers) : finding.identifiers
  const identifiers = named.map(rename)
  return {
    ref,
    scope: known.scope,
    scopeClaims: known.claims,
    scopeClaimedAt: known.claimedAt,
    rows,
    finding,
    live,
    fresh: live && !faded,
    lastSeenAt,
    identifiers,
    strong: identifiers.filter((one) => isMeeting(one, facts.catalogue)),
    weak: identifiers.filter((one) => !isMeeting(one, facts.catalogue)),
    relations: live ? relationsOf(rows, rename) : [],
    group: groupOf(finding, known.scope, known.claims, facts.catalogue),
    unconfirmed: live && rows.every((row) => !isLive(row) || isWaiting(row, known, said)),
  }
}

const isWaiting = (row: LedgerFinding, known: KnownScope, said: Confirmation | undefined): boolean =>
  row.presence === 'unseen' &&
  !isInForce(row, said) &&
  isUnconfirmed(row.kind, row.lastSeen, known.completeBy.get(row.scanner) ?? null)

const relationsOf = (
  rows: readonly LedgerFinding[],
  rename: (identifier: Identifier) => Identifier,
): StatedRelation[] =>
  rows.flatMap(({ finding }) => (finding.relations ?? []).map(({ type, to }) => ({ type, to: rename(to) })))

const PROJECT = /(^|\/)projects\/([^/]+)/

/** The Google Cloud project inside an identifier, by its id or its number. */
export const projectOf = ({ value }: Identifier): string | null => PROJECT.exec(value)?.[2] ?? null

/** Puts aliases in place: the other name of an identifier, or of the Google Cloud project inside it. */
function renamer(aliases: readonly IdentifierAlias[]): (identifier: Identifier) => Identifier {
  if (aliases.length === 0) return (identifier) => identifier
  const names = new Map(
    aliases.map((a) => [`${a.type} ${a.type === 'host' ? canonicalHost(a.from) : a.from}`, a.to]),
  )
  return (identifier) => {
    const whole = names.get(`${identifier.type} ${identifier.value}`)
    if (whole !== undefined) return { type: identifier.type, value: whole }
    const project = projectOf(identifier)
    const number = project === null ? undefined : names.get(`gcp-project ${project}`)
    if (number === undefined) return identifier
    return { type: identifier.type, value: identifier.value.replace(PROJECT, `$1projects/${number}`) }
  }
}
