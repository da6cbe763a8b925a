import type { HostedRepository, ListedSettings } from '@ai-census/repositories/hosts'
import type { Parts } from '@ai-census/scanner-kit'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Environments } from '../schema.ts'
import { listStore, namedSetting, repositoryPlace, repositoryStores, type Store } from './stores.ts'

/** Names of the Actions secrets and variables of a repository and of its deployment environments. */
export async function listActions(
  home: Home,
  repository: HostedRepository,
  parts: Parts,
): Promise<ListedSettings[]> {
  const { title: fullName } = repository
  const listed = [
    await listRepositoryStore(repositoryStores.secrets, home, repository, parts),
    await listRepositoryStore(repositoryStores.variables, home, repository, parts),
  ]
  const path = `/repos/${fullName}/environments`
  const environments = await parts.all(
    path,
    home.api.list(path, Environments, (page) => page.environments ?? [], needs.environments),
  )
  for (const { name } of environments)
    for (const store of environmentStores)
      listed.push(await listEnvironment(name, store, home, fullName, parts))
  return listed
}

export async function listRepositoryStore(
  store: Store,
  home: Home,
  { title: fullName }: HostedRepository,
  parts: Parts,
): Promise<ListedSettings> {
  const root = `/repos/${fullName}/`
  const found = await parts.all(`${root}${store.path}`, listStore(root, store, home))
  return {
    place: repositoryPlace(store, fullName),
    settings: found.map((one) => namedSetting(one, store.kind, null)),
  }
}

const environmentStores = [
  { ...repositoryStores.secrets, path: 'secrets', need: needs.environmentSecrets },
  { ...repositoryStores.variables, path: 'variables', need: needs.environmentSecrets },
] as const

async function listEnvironment(
  name: string,
  store: (typeof environmentStores)[number],
  home: Home,
  fullName: string,
  parts: Parts,
): Promise<ListedSettings> {
  const root = `/repos/${fullName}/environments/${encodeURIComponent(name)}/`
  const found = await parts.all(`${root}${store.path}`, listStore(root, store, home))
  return {
    place: {
      heldAs: store.heldAs,
      operation: `/repos/{owner}/{repo}/environments/{environment_name}/${store.path}`,
      owner: `${fullName}/${name}`,
    },
    settings: found.map((one) => namedSetting(one, store.kind, name)),
  }
}
