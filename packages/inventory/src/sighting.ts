import type { Finding, FindingKind, ScanReport } from '@ai-census/schema'
import { canonicalFinding, creationTime, essenceHash, findingHash } from './canonical.ts'

/** All that the ledger's decision needs of a finding that a look saw; its content is kept by `hash`. */
export interface Sighting {
  readonly key: string
  readonly kind: FindingKind
  readonly hash: string
  readonly essence: string
  readonly createdAt: string | null
}

export function sightingOf(canonical: Finding): Sighting {
  return {
    key: canonical.key,
    kind: canonical.kind,
    hash: findingHash(canonical),
    essence: essenceHash(canonical),
    createdAt: creationTime(canonical),
  }
}

/** The finding in the one spelling that the ledger keeps, and what its decision needs of it. */
export function sight(finding: Finding): { finding: Finding; sighting: Sighting } {
  const canonical = canonicalFinding(finding)
  return { finding: canonical, sighting: sightingOf(canonical) }
}

/** What a look says besides its findings and its deletions. */
export type LookHead = Pick<
  ScanReport,
  'scanner' | 'version' | 'catalogue' | 'scope' | 'finishedAt' | 'coverage'
> & {
  /** `reportDigest` of the whole report. */
  readonly digest: string
  /** How many findings it saw. */
  readonly saw: number
}
