import type { Finding } from '@ai-census/schema'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { ContentExclusion } from '../schema.ts'

export const getContentExclusion = ({ api, login }: Home): Promise<ContentExclusion> =>
  api.get(`/orgs/${login}/copilot/content_exclusion`, ContentExclusion, needs.contentExclusion)

/** A check of what goes into Copilot. `*` stands for every repository. */
export function* contentExclusionFindings(
  source: string,
  login: string,
  rules: ContentExclusion,
): Generator<Finding> {
  const places = Object.keys(rules).sort()
  if (places.length === 0) return
  yield {
    key: 'guardrail:copilot-content-exclusion',
    kind: 'guardrail',
    supplier: 'github-copilot',
    product: 'Copilot content exclusion',
    name: `Content that Copilot of ${login} may not read`,
    grade: 'configured',
    context: 'development',
    identifiers: [organisationIdentifier(source)],
    attributes: {
      repositories: places.slice(0, 1000).map((place) => place.slice(0, 1024)),
      rules: Object.values(rules).reduce((sum, paths) => sum + paths.length, 0),
    },
    evidence: [evidence('content-exclusion', '/orgs/{org}/copilot/content_exclusion', login)],
  }
}
