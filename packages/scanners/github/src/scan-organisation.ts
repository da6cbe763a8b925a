import { catalogue } from '@ai-census/repositories'
import { settingFindings } from '@ai-census/repositories/hosts'
import { coverParts, createParts, type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import type { GitHubConfig } from './config.ts'
import { evidence } from './evidence.ts'
import { type Home, isEnterpriseServer } from './run-state.ts'
import { appFinding, listInstallations } from './targets/apps.ts'
import { codingAgentFindings, getCodingAgent, listCodingAgentRepositories } from './targets/coding-agent.ts'
import { addSeat, copilotFindings, createSeatTally, getBilling, listSeats } from './targets/copilot.ts'
import {
  listSecrets,
  listVariables,
  namedSetting,
  organisationPlace,
} from './targets/organisation-settings.ts'
import type { OrganisationScope } from './targets/scopes.ts'

type Context = ScanContext<GitHubConfig>

/** What each scope of an organisation can show. */
export const organisationKinds: Readonly<Record<OrganisationScope, readonly FindingKind[]>> = {
  copilot: ['assistant'],
  'coding-agent': ['agent'],
  apps: ['assistant', 'service'],
  secrets: ['credential'],
  variables: ['credential', 'service'],
}

export async function* scanOrganisation(
  what: OrganisationScope,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> {
  if (what === 'copilot') return yield* scanCopilot(home, ctx)
  if (what === 'coding-agent') return yield* scanCodingAgent(home, ctx)
  if (what === 'apps') return yield* scanApps(home)
  const kind = what === 'secrets' ? 'secret' : 'variable'
  const settings = []
  for await (const one of kind === 'secret' ? listSecrets(home) : listVariables(home))
    settings.push(namedSetting(one, kind, null))
  yield* settingFindings([{ place: organisationPlace(home.login, kind), settings }], catalogue(), evidence)
}

async function* scanCopilot(home: Home, ctx: Context): AsyncGenerator<Finding> {
  onlyInCloud(ctx)
  const parts = createParts()
  const billing = await parts.one(`/orgs/${home.login}/copilot/billing`, () => getBilling(home))
  const tally = createSeatTally()
  await parts.one(`/orgs/${home.login}/copilot/billing/seats`, async () => {
    for await (const seat of listSeats(home)) addSeat(tally, seat)
  })
  coverParts(ctx, parts)
  yield* copilotFindings(home.source, home.login, billing, tally)
}

async function* scanCodingAgent(home: Home, ctx: Context): AsyncGenerator<Finding> {
  onlyInCloud(ctx)
  const permissions = await getCodingAgent(home)
  const selected: string[] = []
  if (permissions.enabled_repositories === 'selected')
    for await (const { full_name } of listCodingAgentRepositories(home)) selected.push(full_name)
  yield* codingAgentFindings(home.source, home.login, permissions, selected)
}

async function* scanApps(home: Home): AsyncGenerator<Finding> {
  for await (const app of listInstallations(home)) {
    const finding = appFinding(home.login, app, catalogue())
    if (finding) yield finding
  }
}

/** An Enterprise Server answers 404, and that must not look like something hidden. */
function onlyInCloud({ config }: Context): void {
  if (!isEnterpriseServer(config.apiUrl)) return
  throw new ScopeFailure(
    'unsupported',
    'enterprise-server',
    'GitHub Enterprise Server has no Copilot of its own; it is bought and seen at GitHub.com.',
  )
}
