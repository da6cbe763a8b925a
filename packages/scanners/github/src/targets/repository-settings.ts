import { createParts, type Parts } from '@ai-census/scanner-kit'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Environments, Secrets, Variables } from '../schema.ts'
import type { RepositoryPlan } from './scopes.ts'
import type { Listed, Place } from './settings-names.ts'

export interface RepositorySettings {
  readonly listed: readonly Listed[]
  readonly parts: Parts
}

/** Names of the secrets and variables of a repository and of its deployment environments. */
export async function getRepositorySettings(
  { api }: Home,
  { fullName }: RepositoryPlan,
): Promise<RepositorySettings> {
  const parts = createParts()
  const listed: Listed[] = []
  const take = async (below: string, environment: string | null) => {
    const [secretNeed, variableNeed] =
      environment === null
        ? [needs.secrets, needs.variables]
        : [needs.environmentSecrets, needs.environmentSecrets]
    const root = `/repos/${fullName}/${below}`
    const secrets = api.list(`${root}secrets`, Secrets, (page) => page.secrets, secretNeed)
    listed.push({
      place: placeOf('secret', fullName, environment),
      settings: await parts.all(`${root}secrets`, secrets),
    })
    const variables = api.list(`${root}variables`, Variables, (page) => page.variables, variableNeed)
    listed.push({
      place: placeOf('variable', fullName, environment),
      settings: await parts.all(`${root}variables`, variables),
    })
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

const placeOf = (kind: Place['kind'], fullName: string, environment: string | null): Place => ({
  kind,
  operation:
    environment === null
      ? `/repos/{owner}/{repo}/actions/${kind}s`
      : `/repos/{owner}/{repo}/environments/{environment_name}/${kind}s`,
  owner: environment === null ? fullName : `${fullName}/${environment}`,
  environment,
})
