import type { HostedRepository, ListedSettings, SettingPlace } from '@ai-census/repositories/hosts'
import { createParts, type Parts } from '@ai-census/scanner-kit'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Environments, Secrets, type Setting, Variables } from '../schema.ts'
import { namedSetting, type SettingKind } from './organisation-settings.ts'

export interface RepositorySettings {
  readonly listed: readonly ListedSettings[]
  readonly parts: Parts
}

/** Names of the secrets and variables of a repository and of its deployment environments. */
export async function getRepositorySettings(
  { api }: Home,
  { title: fullName }: HostedRepository,
): Promise<RepositorySettings> {
  const parts = createParts()
  const listed: ListedSettings[] = []
  const take = async (below: string, environment: string | null) => {
    const [secretNeed, variableNeed] =
      environment === null
        ? [needs.secrets, needs.variables]
        : [needs.environmentSecrets, needs.environmentSecrets]
    const root = `/repos/${fullName}/${below}`
    const add = (kind: SettingKind, found: readonly Setting[]) =>
      listed.push({
        place: placeOf(kind, fullName, environment),
        settings: found.map((setting) => namedSetting(setting, kind, environment)),
      })
    const secrets = api.list(`${root}secrets`, Secrets, (page) => page.secrets, secretNeed)
    add('secret', await parts.all(`${root}secrets`, secrets))
    const variables = api.list(`${root}variables`, Variables, (page) => page.variables, variableNeed)
    add('variable', await parts.all(`${root}variables`, variables))
  }
  await take('actions/', null)
  const path = `/repos/${fullName}/environments`
  const environments = await parts.all(
    path,
    api.list(path, Environments, (page) => page.environments ?? [], needs.environments),
  )
  for (const { name } of environments) await take(`environments/${encodeURIComponent(name)}/`, name)
  return { listed, parts }
}

const placeOf = (kind: SettingKind, fullName: string, environment: string | null): SettingPlace => ({
  heldAs: `GitHub Actions ${kind}`,
  operation:
    environment === null
      ? `/repos/{owner}/{repo}/actions/${kind}s`
      : `/repos/{owner}/{repo}/environments/{environment_name}/${kind}s`,
  owner: environment === null ? fullName : `${fullName}/${environment}`,
})
