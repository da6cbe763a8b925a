import { type Claim, type Evidence, type Finding, isCodeLocation } from '@ai-census/schema'
import type { StoredResult } from './cache.ts'
import { codeowners } from './claims/codeowners.ts'
import { permalinks } from './remote.ts'
import type { Snapshot } from './sources/snapshot.ts'

/** Adds to a finding what the repository knows of its places: the commit, links for people, who owns them. */
export function finish(finding: Finding, result: StoredResult, snapshot: Snapshot): Finding {
  const evidence = finding.evidence.map((one) => withCommit(one, snapshot))
  const claim = ownerClaim(finding, result)
  return claim
    ? { ...finding, evidence, claims: [...(finding.claims ?? []), claim] }
    : { ...finding, evidence }
}

function withCommit(evidence: Evidence, { commit, remote, below, isModified }: Snapshot): Evidence {
  const { location } = evidence
  // A line of a file that is not committed as it stands has no place in the commit.
  if (!isCodeLocation(location) || commit === null || isModified(location.path)) return evidence
  const link = remote && permalinks(remote, commit)
  const path = below ? `${below}/${location.path}` : location.path
  const url = link?.(path, location.startLine, location.endLine)
  return { ...evidence, location: { ...location, commit, ...(url ? { url } : {}) } }
}

/** Whoever owns the first place that has an owner of its own. */
function ownerClaim(finding: Finding, { codeowners: text, claims }: StoredResult): Claim | null {
  if (text === null) return null
  const ownerOf = codeowners(text)
  for (const { location } of finding.evidence) {
    const owner = isCodeLocation(location) ? ownerOf(location.path) : null
    if (owner === null) continue
    const known = claims.some((one) => one.source === 'codeowners' && one.value === owner)
    return known ? null : { field: 'technical-owner', value: owner, source: 'codeowners' }
  }
  return null
}
