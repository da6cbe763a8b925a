import type { ListedSettings, NamedSetting } from '@ai-census/repositories/hosts'
import type { Parts } from '@ai-census/scanner-kit'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Environment, Variable } from '../schema.ts'

const HELD_AS = 'Bitbucket pipeline variable'

/** Names of the variables that all pipelines of a workspace may use. */
export async function listOfWorkspace(
  workspace: string,
  home: Home,
  parts: Parts,
): Promise<ListedSettings[]> {
  const path = `/workspaces/${encodeURIComponent(workspace)}/pipelines-config/variables`
  const operation = '/workspaces/{workspace}/pipelines-config/variables'
  return [await listAt(path, operation, workspace, null, home, parts)]
}

/** Names of the variables of a repository, and of each of its deployment environments. */
export async function listOfRepository(
  fullName: string,
  home: Home,
  parts: Parts,
): Promise<ListedSettings[]> {
  const root = `/repositories/${fullName}`
  const documented = '/repositories/{workspace}/{repo_slug}'
  const own = 'pipelines_config/variables'
  const listed = [await listAt(`${root}/${own}`, `${documented}/${own}`, fullName, null, home, parts)]
  const path = `${root}/environments`
  const environments = await parts.all(path, home.api.list(path, Environment, needs.variables))
  for (const { uuid, name } of environments) {
    const below = (id: string) => `deployments_config/environments/${id}/variables`
    const at = `${root}/${below(encodeURIComponent(uuid))}`
    const operation = `${documented}/${below('{environment_uuid}')}`
    listed.push(await listAt(at, operation, `${fullName}/${name}`, name, home, parts))
  }
  return listed
}

async function listAt(
  path: string,
  operation: string,
  owner: string,
  environment: string | null,
  { api }: Home,
  parts: Parts,
): Promise<ListedSettings> {
  const variables = await parts.all(path, api.list(path, Variable, needs.variables))
  return {
    place: { heldAs: HELD_AS, operation, owner },
    settings: variables.map((one) => toSetting(one, environment)),
  }
}

const toSetting = ({ key, secured }: Variable, environment: string | null): NamedSetting => ({
  name: key,
  isHidden: secured === true,
  environment,
})
