import type { ListedSettings, NamedSetting, SettingPlace } from '@ai-census/repositories/hosts'
import { type Need, needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Secrets, type Setting, Variables } from '../schema.ts'

export type SettingKind = 'secret' | 'variable'

/** A list of names that GitHub keeps for one of its services: `actions/secrets`. */
export interface Store {
  /** Below the organisation or the repository. */
  readonly path: string
  readonly kind: SettingKind
  readonly heldAs: string
  readonly need: Need
  /** Only at GitHub.com: an Enterprise Server has no such service. */
  readonly onlyInCloud?: true
}

/** Of an organisation, by the scope that each is. */
export const organisationStores = {
  secrets: {
    path: 'actions/secrets',
    kind: 'secret',
    heldAs: 'GitHub Actions secret',
    need: needs.organisationSecrets,
  },
  variables: {
    path: 'actions/variables',
    kind: 'variable',
    heldAs: 'GitHub Actions variable',
    need: needs.organisationVariables,
  },
  'dependabot-secrets': {
    path: 'dependabot/secrets',
    kind: 'secret',
    heldAs: 'Dependabot secret',
    need: needs.dependabotSecrets,
  },
  'codespaces-secrets': {
    path: 'codespaces/secrets',
    kind: 'secret',
    heldAs: 'Codespaces secret',
    need: needs.codespacesSecrets,
    onlyInCloud: true,
  },
  'agent-secrets': {
    path: 'agents/secrets',
    kind: 'secret',
    heldAs: 'secret of Copilot’s agents',
    need: needs.agentSecrets,
    onlyInCloud: true,
  },
  'agent-variables': {
    path: 'agents/variables',
    kind: 'variable',
    heldAs: 'variable of Copilot’s agents',
    need: needs.agentVariables,
    onlyInCloud: true,
  },
} as const satisfies Record<string, Store>
export type OrganisationStore = keyof typeof organisationStores

export const isStore = (what: string): what is OrganisationStore => what in organisationStores

/** Of a repository. */
export const repositoryStores = {
  secrets: { ...organisationStores.secrets, need: needs.secrets },
  variables: { ...organisationStores.variables, need: needs.variables },
  dependabotSecrets: { ...organisationStores['dependabot-secrets'], need: needs.repositoryDependabotSecrets },
  codespacesSecrets: { ...organisationStores['codespaces-secrets'], need: needs.repositoryCodespacesSecrets },
  agentSecrets: { ...organisationStores['agent-secrets'], need: needs.repositoryAgentSecrets },
  agentVariables: { ...organisationStores['agent-variables'], need: needs.repositoryAgentVariables },
} as const satisfies Record<string, Store>

/** Names in the store below `root`: `/orgs/acme/`, `/repos/acme/shop/`. */
export const listStore = (
  root: string,
  { path, kind, need }: Pick<Store, 'path' | 'kind' | 'need'>,
  { api }: Home,
): AsyncGenerator<Setting> =>
  kind === 'secret'
    ? api.list(`${root}${path}`, Secrets, ({ secrets }) => secrets, need)
    : api.list(`${root}${path}`, Variables, ({ variables }) => variables, need)

/** What the organisation's store holds, by names. */
export async function listOfOrganisation(what: OrganisationStore, home: Home): Promise<ListedSettings> {
  const store = organisationStores[what]
  const settings: NamedSetting[] = []
  for await (const one of listStore(`/orgs/${home.login}/`, store, home))
    settings.push(namedSetting(one, store.kind, null))
  return {
    place: { heldAs: store.heldAs, operation: `/orgs/{org}/${store.path}`, owner: home.login },
    settings,
  }
}

/** Where a repository's store was listed. */
export const repositoryPlace = ({ heldAs, path }: Store, fullName: string): SettingPlace => ({
  heldAs,
  operation: `/repos/{owner}/{repo}/${path}`,
  owner: fullName,
})

/** Of a setting what an inventory may know. */
export const namedSetting = (
  { name, updated_at, visibility }: Setting,
  kind: SettingKind,
  environment: string | null,
): NamedSetting => ({ name, isHidden: kind === 'secret', environment, updatedAt: updated_at, visibility })
