import { catalogue } from '@ai-census/repositories'
import { settingFindings } from '@ai-census/repositories/hosts'
import { coverParts, createParts, type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import type { GitHubConfig } from './config.ts'
import { evidence } from './evidence.ts'
import { type Home, isEnterpriseServer } from './run-state.ts'
import { appFinding, listInstallations } from './targets/apps.ts'
import { billFindings, listBilled } from './targets/bill.ts'
import { agentPolicy, codingAgentFindings } from './targets/coding-agent.ts'
import { contentExclusionFindings, getContentExclusion } from './targets/content-exclusion.ts'
import { addSeat, copilotFindings, createSeatTally, getBilling, listSeats } from './targets/copilot.ts'
import type { OrganisationScope } from './targets/scopes.ts'
import { listSpaces, spaceFinding } from './targets/spaces.ts'
import { isStore, listOfOrganisation, organisationStores } from './targets/stores.ts'

type Context = ScanContext<GitHubConfig>

const namesShow: readonly FindingKind[] = ['credential', 'service']

/** What each scope of an organisation can show. */
export const organisationKinds: Readonly<Record<OrganisationScope, readonly FindingKind[]>> = {
  copilot: ['assistant'],
  'copilot-spaces': ['knowledge-base'],
  'content-exclusion': ['guardrail'],
  'coding-agent': ['agent'],
  'ai-bill': ['model', 'usage', 'assistant', 'service'],
  apps: ['assistant', 'service'],
  secrets: ['credential'],
  variables: namesShow,
  'dependabot-secrets': ['credential'],
  'codespaces-secrets': ['credential'],
  'agent-secrets': ['credential'],
  'agent-variables': namesShow,
}

export async function* scanOrganisation(
  what: OrganisationScope,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> {
  if (isStore(what)) {
    if ('onlyInCloud' in organisationStores[what]) onlyInCloud(what, ctx)
    const listed = await listOfOrganisation(what, home)
    return yield* settingFindings([listed], catalogue(), evidence)
  }
  if (what !== 'apps') onlyInCloud(what, ctx)
  yield* targets[what](home, ctx)
}

const targets = {
  copilot: scanCopilot,
  'copilot-spaces': async function* (home) {
    for await (const space of listSpaces(home)) yield spaceFinding(home.source, home.login, space)
  },
  'content-exclusion': async function* (home) {
    yield* contentExclusionFindings(home.source, home.login, await getContentExclusion(home))
  },
  'coding-agent': async function* (home) {
    yield* codingAgentFindings(home.source, home.login, await agentPolicy(home))
  },
  'ai-bill': async function* (home, ctx) {
    const parts = createParts()
    const items = await listBilled(home, parts)
    coverParts(ctx, parts)
    yield* billFindings(home.source, home.login, items, catalogue())
  },
  apps: async function* (home) {
    for await (const app of listInstallations(home)) {
      const finding = appFinding(home.login, app, catalogue())
      if (finding) yield finding
    }
  },
} as const satisfies Partial<Record<OrganisationScope, (home: Home, ctx: Context) => AsyncGenerator<Finding>>>

async function* scanCopilot(home: Home, ctx: Context): AsyncGenerator<Finding> {
  const parts = createParts()
  const billing = await parts.one(`/orgs/${home.login}/copilot/billing`, () => getBilling(home))
  const tally = createSeatTally()
  await parts.one(`/orgs/${home.login}/copilot/billing/seats`, async () => {
    for await (const seat of listSeats(home)) addSeat(tally, seat)
  })
  coverParts(ctx, parts)
  yield* copilotFindings(home.source, home.login, billing, tally)
}

const CLOUD_ONLY: Partial<Record<OrganisationScope, string>> = {
  'codespaces-secrets': 'GitHub Enterprise Server has no Codespaces.',
  'ai-bill': 'GitHub Enterprise Server has no bill; what is used at GitHub.com stands in the bill there.',
}

/** An Enterprise Server answers 404, and that must not look like something hidden. */
function onlyInCloud(what: OrganisationScope, { config }: Context): void {
  if (!isEnterpriseServer(config.apiUrl)) return
  const copilot = 'GitHub Enterprise Server has no Copilot of its own; it is bought and seen at GitHub.com.'
  throw new ScopeFailure('unsupported', 'enterprise-server', CLOUD_ONLY[what] ?? copilot)
}
