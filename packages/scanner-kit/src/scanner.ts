import type {
  Claim,
  CoverageCell,
  CoverageStatus,
  Finding,
  FindingKind,
  IdentifierAlias,
  Scope,
  UnknownReason,
} from '@ai-census/schema'
import type { z } from 'zod'

/** What a scanner is told and given for one run. */
export interface ScanContext<C> {
  readonly config: C
  /** Aborted when the run must stop; pass it on to every request and child process. */
  readonly signal: AbortSignal
  /** The wall clock, so that tests can set it. */
  now(): Date
  /** Records a place that could not be read. The scope's coverage becomes `partial` at best. */
  unknown(place: string, reason: UnknownReason, detail: string): void
  /** Lowers the coverage of the scope in hand, e.g. `denied` with the missing permission as the reason. */
  cover(status: Exclude<CoverageStatus, 'complete'>, reason: string, detail: string): void
  /** Narrows what this look was able to see. Default: every kind in the scanner's capabilities. */
  sees(kinds: readonly FindingKind[]): void
  /** Adds to what is known of the scope while scanning it: its revision, url, claims, names that mean the same. */
  describe(part: {
    revision?: string
    url?: string
    title?: string
    claims?: Claim[]
    aliases?: IdentifierAlias[]
  }): void
  /** Which parts the scope has and how each went, for people; the scope's status is said by `cover`. */
  cells(cells: readonly CoverageCell[]): void
  /** Says how far the scope in hand is; shown to people, never stored. */
  progress(done: number, total: number | null, what: string): void
  /** HMAC-SHA-256 of a secret under the deployment's key, lower-case hexadecimal. The only way a secret is kept. */
  fingerprint(secret: string): string
  /** The deployment's key itself, for worker threads that cannot call `fingerprint`. Never kept, never sent. */
  readonly fingerprintKey: string | Uint8Array
}

/** A scanner knows a place: which scopes it has, and what one look at a scope sees. No side effect on import. */
export interface Scanner<C> {
  readonly id: string
  readonly version: string
  /**
   * Which catalogue it looks with, and where its configuration leaves parts of a scope out, which: equal for equal
   * detection. What another catalogue does not see is unconfirmed, never missing.
   */
  catalogue(config: C): string
  readonly config: z.ZodType<C>
  readonly kinds: readonly FindingKind[]
  /** Scopes that may be looked at side by side, where it is not the kit's default. */
  readonly concurrency?: number
  /** Tries each permission with its cheapest call, instead of a scan. */
  check?(ctx: CheckContext<C>): AsyncIterable<PermissionCheck>
  /** The least that it must be allowed, in the provider's own form, ready to paste. */
  policy?(config: C): string
  discover(ctx: ScanContext<C>): AsyncIterable<Scope>
  scan(scope: Scope, ctx: ScanContext<C>): AsyncIterable<Finding>
}

export interface CheckContext<C> extends Pick<ScanContext<C>, 'config' | 'signal' | 'now'> {
  /** How many of its questions have been answered. */
  progress?(done: number, total: number): void
}

export interface PermissionCheck {
  /** By the provider's name: `sagemaker:ListEndpoints`. */
  readonly permission: string
  /** `untried`: no call shows it without something to name, such as a resource that is not there. */
  readonly status: 'works' | 'missing' | 'untried' | 'unsupported' | 'unknown'
  /** What it is for, or what the provider said. */
  readonly detail: string
  /** What to add to the policy where it is missing. */
  readonly remedy?: string
}

/** An expected failure of a whole scope: says which coverage it leaves, and why. Anything else thrown is `failed`. */
export class ScopeFailure extends Error {
  readonly status: Exclude<CoverageStatus, 'complete'>
  readonly reason: string
  constructor(status: Exclude<CoverageStatus, 'complete'>, reason: string, detail: string) {
    super(detail)
    this.name = 'ScopeFailure'
    this.status = status
    this.reason = reason
  }
}

/**
 * The person asked for something that cannot be: a path that does not exist, a setting out of range. The
 * message is one sentence for that person. Thrown by `discover` it ends the run after the scopes found so far,
 * and no report speaks of it: a slip of the keyboard is no place in the world.
 */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
