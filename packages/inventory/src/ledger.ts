import type {
  Coverage,
  Decision,
  Finding,
  FindingKind,
  IdentifierAlias,
  Instant,
  Scope,
} from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import type { Settings } from './settings.ts'

/** A look, named from a finding's row: which one, when, and with which eyes. */
export interface LookMark {
  /** Counts the recorded looks of one scope by one scanner, from 1. */
  readonly sequence: number
  /** When the look finished. */
  readonly at: Instant
  readonly version: string
  readonly catalogue: string
}

/**
 * What became of a look. `recorded`: it counts. `held`: too much vanished, a person must confirm it.
 * `late`: a newer look had already been recorded. `superseded`: it was held until a newer look came.
 * `discarded`: it was held and a person refused it.
 */
export type LookOutcome = 'recorded' | 'held' | 'late' | 'superseded' | 'discarded'

/** One accepted look at a scope. Append-only; only `outcome` of a held look ever changes. */
export interface LedgerLook extends LookMark {
  readonly scan: string
  readonly scope: Scope
  readonly scanner: string
  readonly coverage: Coverage
  readonly outcome: LookOutcome
  /** `reportDigest` of the report: equal digests saw the same. */
  readonly digest: string
  /** How many findings it saw. */
  readonly saw: number
}

/**
 * What is known of a finding's presence. `seen`: by the newest look that saw anything of its scope.
 * `unseen`: not by that look, which was not able to tell that it is absent; it stays as it was.
 * `missing`, `gone`: absent from one, from two looks that were able to tell. `returned`: seen after `gone`.
 */
export type Presence = 'seen' | 'unseen' | 'missing' | 'gone' | 'returned'

/**
 * One row of the ledger: a finding for as long as its content and its presence stay the same.
 * A rescan that sees the same writes no row. The content itself is kept once per `hash`.
 */
export interface Interval {
  readonly scope: string
  readonly scanner: string
  readonly key: string
  readonly kind: FindingKind
  /** `findingHash` of the content. */
  readonly hash: string
  readonly presence: Presence
  readonly opened: LookMark
  /** The look that ended it; null while it holds. At most one interval per scope, scanner and key is open. */
  readonly closed: LookMark | null
  /** The last look that saw it; null: the scope's `sight`, which moves without writing rows. */
  readonly lastSeen: LookMark | null
  /** When its incarnation was first seen. */
  readonly firstSeenAt: Instant
  /** When its content last changed. */
  readonly changedAt: Instant
  /** `essenceHash`: what the thing is (supplier, product, model, relations), without where it was seen. */
  readonly essence: string
  /** When what the thing is last changed. */
  readonly essenceAt: Instant
  /** The provider's creation time where it tells one; another one under the same key is a new incarnation. */
  readonly createdAt: string | null
}

/** An interval with its content, as `reconcile` needs it. */
export interface LedgerFinding extends Interval {
  readonly finding: Finding
}

/** A scope as the scanner that looks at it knows it now. */
export interface ScopeFacts {
  /** As the newest look described it. */
  readonly scope: Scope
  readonly scanner: string
  /** When its description last changed (revision aside). */
  readonly describedAt: Instant
  /** The newest look, whatever it saw. */
  readonly newest: LedgerLook
  /** The newest look that saw anything or was complete; what `lastSeen: null` stands for. */
  readonly sight: LookMark | null
  /** The newest complete look. */
  readonly complete: (LookMark & { readonly kinds?: readonly FindingKind[] }) | null
  /** The look that waits for a person. */
  readonly held: LedgerLook | null
}

/** All that `recordReport` must be given about one scope and one scanner. */
export interface ScopeState extends ScopeFacts {
  /** Sequence number of the last look, of any outcome. */
  readonly lastSequence: number
  readonly open: readonly Interval[]
  /** The look already recorded for the scan at hand, if any: makes recording idempotent. */
  readonly already: LedgerLook | null
}

/** Everything that the inventory is a function of. The order within the arrays carries no meaning. */
export interface Facts {
  readonly now: Instant
  readonly scopes: readonly ScopeFacts[]
  /** Open intervals; closed ones may be among them and are passed over. */
  readonly findings: readonly LedgerFinding[]
  readonly decisions: readonly Decision[]
  readonly aliases?: readonly IdentifierAlias[]
  readonly catalogue: CatalogueFacts
  readonly settings: Settings
  /** For a part of an estate: links (see `links.ts`) that have too many carriers to tell anything, few as are here. */
  readonly tags?: ReadonlySet<string>
}
