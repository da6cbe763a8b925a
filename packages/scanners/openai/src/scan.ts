import { coverParts, createParts, type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import type { OpenAiConfig } from './config.ts'
import type { Run } from './run-state.ts'
import { activityFindings, ofProject } from './targets/activity.ts'
import { adminKeyFindings, listAdminKeys } from './targets/admin-api-keys.ts'
import { apiKeyFindings, listApiKeys } from './targets/api-keys.ts'
import { organisationIdentifier, projectIdentifier } from './targets/identifiers.ts'
import { listServiceAccounts, listUsers, ownerClaims } from './targets/members.ts'
import { getDataRetention, getModelPermissions, getOrganisationRetention } from './targets/policies.ts'
import { getProject, organisationFindings, projectContext, projectFindings } from './targets/project.ts'

export async function* scan(scope: Scope, ctx: ScanContext<OpenAiConfig>, run: Run): AsyncGenerator<Finding> {
  const [organisation = '', project] = scope.key.replace(/^openai:/, '').split('/')
  yield* project ? scanProject(organisation, project, ctx, run) : scanOrganisation(organisation, ctx, run)
}

async function* scanProject(
  organisation: string,
  id: string,
  ctx: ScanContext<OpenAiConfig>,
  run: Run,
): AsyncGenerator<Finding> {
  const { api } = run
  const project = run.projects.get(id) ?? (await getProject(api, id))
  if (!project) throw new ScopeFailure('failed', 'gone', `The project ${id} is not there any more.`)
  const at = (what: string) => `/v1/organization/projects/${id}/${what}`

  const parts = createParts()
  const keys = await parts.all(at('api_keys'), listApiKeys(api, id))
  ctx.progress(1, 6, 'API keys')
  const serviceAccounts = await parts.all(at('service_accounts'), listServiceAccounts(api, id))
  const users = await parts.all(at('users'), listUsers(api, id))
  ctx.progress(3, 6, 'members')
  const modelPermissions = await parts.one(at('model_permissions'), () => getModelPermissions(api, id))
  const retention = await parts.one(at('data_retention'), () => getDataRetention(api, id))
  ctx.progress(5, 6, 'policies')
  const activity = await run.activity()
  parts.include(activity.parts)
  coverParts(ctx, parts)

  const claims = ownerClaims(users)
  if (claims.length > 0) ctx.describe({ claims })
  const context = projectContext(project)
  const used = ofProject(activity, id)
  yield* projectFindings({
    organisation,
    project,
    serviceAccounts,
    users,
    modelPermissions,
    retention,
    used,
    context,
  })
  yield* apiKeyFindings({ project: id, keys, used, context, since: activity.since })
  yield* activityFindings({
    project: id,
    home: projectIdentifier(id),
    keys,
    used,
    context,
    since: activity.since,
  })
}

async function* scanOrganisation(
  organisation: string,
  ctx: ScanContext<OpenAiConfig>,
  run: Run,
): AsyncGenerator<Finding> {
  const parts = createParts()
  const keys = await parts.all('/v1/organization/admin_api_keys', listAdminKeys(run.api))
  const retention = await parts.one('/v1/organization/data_retention', () =>
    getOrganisationRetention(run.api),
  )
  const activity = await run.activity()
  parts.include(activity.parts)
  coverParts(ctx, parts)

  const used = ofProject(activity, null)
  yield* organisationFindings(organisation, retention)
  yield* adminKeyFindings(organisation, keys, activity.since)
  yield* activityFindings({
    project: null,
    home: organisationIdentifier(organisation),
    keys: [],
    used,
    context: 'production',
    since: activity.since,
  })
}
