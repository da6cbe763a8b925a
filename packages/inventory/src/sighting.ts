import { digest, type Finding, type FindingKind, type ScanReport } from '@ai-census/schema'
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
export function sight(finding: Finding): { finding: Finding; sighting: Sighting; digest: string } {
  const canonical = canonicalFinding(finding)
  const sighting = sightingOf(canonical)
  // Working a digest out is most of the work of taking a finding in, and most findings need only one.
  const raw = isAsSaid(finding, canonical) ? sighting.hash : digest(finding)
  return { finding: canonical, sighting, digest: raw }
}

/** Whether `findingHash` of the canonical finding is the digest of the finding as it came. */
const isAsSaid = (raw: Finding, canonical: Finding): boolean =>
  raw.key === canonical.key &&
  raw.relations === undefined &&
  raw.identifiers.length === canonical.identifiers.length &&
  raw.identifiers.every((one, i) => one === canonical.identifiers[i]) &&
  raw.evidence.every(
    ({ location }) => !('path' in location) || (location.commit === undefined && location.url === undefined),
  )

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
