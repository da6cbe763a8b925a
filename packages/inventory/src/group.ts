import { type Claim, ClaimSource, type Finding, type FindingKind, type Scope } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import { compareText } from './ids.ts'

/** What a component is grouped by, before any decision. Lower tiers are more telling. */
export interface Group {
  readonly tier: number
  /** `system:checkout`, `repository:git:github.com/acme/shop`, `development-tool:cursor`, … */
  readonly key: string
  readonly title: string
}

/** Rule 7, first answer first. A name that a source gives to a system is the same name wherever it is given. */
const TIERS: Readonly<Record<ClaimSource, number>> = {
  manifest: 0,
  tag: 1,
  catalog: 2,
  provider: 3,
  codeowners: 3,
  administrators: 3,
  stack: 6,
  container: 7,
  inference: 9,
}
const TOOL_TIER = 4
const REPOSITORY_TIER = 5
const PROJECT_TIER = 8
const ACCOUNT_TIER = 10

const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ')
const namePart = (text: string): string => squeeze(text).toLowerCase()

export function groupOf(
  finding: Finding,
  scope: Scope,
  scopeClaims: readonly Claim[],
  catalogue: Pick<CatalogueFacts, 'supplier'>,
): Group {
  const own = bestSystemClaim(finding.claims ?? [])
  if (own) return claimedGroup(own, scope)
  if (finding.kind === 'declared-system') return named(finding.name, TIERS.manifest)
  if (isDevelopmentTool(finding)) return developmentTool(finding, catalogue)
  const wider = bestSystemClaim(scopeClaims)
  const place = placeGroup(scope)
  if (wider) {
    const claimed = claimedGroup(wider, scope)
    if (claimed.tier < place.tier) return claimed
  }
  return place
}

function bestSystemClaim(claims: readonly Claim[]): Claim | null {
  let best: Claim | null = null
  for (const claim of claims) {
    if (claim.field !== 'system') continue
    if (!best || compareClaims(claim, best) < 0) best = claim
  }
  return best
}

const compareClaims = (a: Claim, b: Claim): number =>
  ClaimSource.options.indexOf(a.source) - ClaimSource.options.indexOf(b.source) ||
  compareText(a.value, b.value)

function claimedGroup(claim: Claim, scope: Scope): Group {
  const tier = TIERS[claim.source]
  // A stack's or a resource group's name is unique within its account alone.
  if (claim.source === 'stack' || claim.source === 'container') {
    const key = `${claim.source}:${rootOf(scope.key)}/${namePart(claim.value)}`
    return { tier, key, title: squeeze(claim.value) }
  }
  return named(claim.value, tier)
}

/** The group key of a system that a source names. */
export const namedGroupKey = (name: string): string => `system:${namePart(name)}`

/** The group key of a repository that nothing else groups, by the key of its scope. */
export const repositoryGroupKey = (scopeKey: string): string => `repository:${scopeKey}`

const named = (name: string, tier: number): Group => ({
  tier,
  key: namedGroupKey(name),
  title: squeeze(name),
})

/** Used by a developer on the organisation's code, not in its product. */
const TOOL_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>(['library', 'mcp-client', 'mcp-server'])

const isDevelopmentTool = (finding: Finding): boolean =>
  finding.kind === 'assistant' ||
  (TOOL_KINDS.has(finding.kind) && (finding.context === 'development' || finding.context === 'ci'))

/** Of one supplier; a file of instructions says whose assistant it is for, or speaks to whichever reads it. */
function developmentTool(finding: Finding, catalogue: Pick<CatalogueFacts, 'supplier'>): Group {
  const supplier = finding.supplier ?? publisherOf(finding)
  const { supplierName } = finding
  if (finding.attributes.instructions === true && !supplier && !supplierName)
    return {
      tier: TOOL_TIER,
      key: 'development-tool:instructions',
      title: 'Instructions for coding assistants',
    }
  const title = (supplier && catalogue.supplier(supplier)?.name) ?? supplierName ?? supplier ?? finding.name
  return {
    tier: TOOL_TIER,
    key: `development-tool:${supplier ?? namePart(supplierName ?? finding.name)}`,
    title: `${title} (development tool)`,
  }
}

const publisherOf = ({ kind, attributes }: Finding): string | undefined =>
  kind === 'assistant' && typeof attributes.publisher === 'string' ? attributes.publisher : undefined

const CLOUDS: ReadonlySet<string> = new Set(['aws', 'azure', 'gcp', 'oci', 'ibm', 'alibaba'])
const REPOSITORIES: ReadonlySet<string> = new Set(['git', 'folder', 'path', 'dir', 'file', 'local'])

function placeGroup(scope: Scope): Group {
  const kind = scope.key.slice(0, scope.key.indexOf(':'))
  if (CLOUDS.has(kind)) {
    const account = rootOf(scope.key)
    return { tier: ACCOUNT_TIER, key: `account:${account}`, title: account }
  }
  if (REPOSITORIES.has(kind)) {
    const [repository, facet] = kind === 'git' ? facetOf(scope.key) : [scope.key, null]
    const title = facet === null ? scope.title : (scope.title.split(': ', 1)[0] ?? scope.title)
    return { tier: REPOSITORY_TIER, key: repositoryGroupKey(repository), title }
  }
  return { tier: PROJECT_TIER, key: `project:${scope.key}`, title: scope.title }
}

/**
 * `git:github.com/acme/shop#actions` → the repository, and what its host keeps beside its files: another scope,
 * with a coverage of its own, and the same system. The address of a repository holds no `#`.
 */
function facetOf(scopeKey: string): [repository: string, facet: string | null] {
  const at = scopeKey.indexOf('#')
  return at < 0 ? [scopeKey, null] : [scopeKey.slice(0, at), scopeKey.slice(at + 1)]
}

/** `aws:111122223333/eu-west-1/sagemaker` → `aws:111122223333`. */
const rootOf = (scopeKey: string): string => scopeKey.split('/', 1)[0]!

/** The more telling of two groups: lower tier, then the smaller key. */
export const preferredGroup = (a: Group, b: Group): Group =>
  a.tier !== b.tier ? (a.tier < b.tier ? a : b) : compareText(a.key, b.key) <= 0 ? a : b
