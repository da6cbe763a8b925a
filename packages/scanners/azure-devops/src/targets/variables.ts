import type { ListedSettings, NamedSetting } from '@ai-census/repositories/hosts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Pipeline, type Project, VariableGroup, type Variables } from '../schema.ts'

/** Names of variables of a project's groups, a list for each group. */
export async function* listVariableGroups(
  project: Project,
  { api, organisation }: Home,
): AsyncGenerator<ListedSettings> {
  const path = `/${encodeURIComponent(organisation)}/${project.id}/_apis/distributedtask/variablegroups`
  for await (const { id, name, type, variables } of api.list(path, VariableGroup, needs.variableGroups)) {
    const isVault = type === 'AzureKeyVault'
    yield {
      place: {
        heldAs: isVault
          ? 'secret of an Azure key vault in a variable group'
          : 'variable of an Azure DevOps group',
        operation: '/{organization}/{project}/_apis/distributedtask/variablegroups',
        owner: `${project.name}/${name}`,
        within: `group-${id}`,
      },
      settings: settingsOf(variables ?? {}, isVault),
    }
  }
}

/** Names of variables that are set in the settings of a project's pipelines, a list for each pipeline. */
export async function* listPipelines(
  project: Project,
  { api, organisation }: Home,
): AsyncGenerator<ListedSettings> {
  const path = `/${encodeURIComponent(organisation)}/${project.id}/_apis/build/definitions`
  const query = { includeAllProperties: true, $top: 100 }
  for await (const { id, name, variables } of api.list(path, Pipeline, needs.pipelines, query))
    yield {
      place: {
        heldAs: 'variable of an Azure pipeline',
        operation: '/{organization}/{project}/_apis/build/definitions',
        owner: `${project.name}/${name}`,
        within: `pipeline-${id}`,
      },
      settings: settingsOf(variables ?? {}, false),
    }
}

const settingsOf = (variables: Variables, isVault: boolean): NamedSetting[] =>
  Object.entries(variables).map(([name, variable]) => ({
    name,
    isHidden: isVault || variable?.isSecret === true,
    environment: null,
  }))
