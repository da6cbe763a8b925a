import type { Claim, Context, Finding, Scope } from '@ai-census/schema'
import type { OpenAiApi } from '../client.ts'
import { evidence, instant, openAiFinding } from '../finding.ts'
import {
  type DataRetention,
  type ModelPermissions,
  Project,
  type ProjectUser,
  type ServiceAccount,
} from '../schema.ts'
import { organisationIdentifier, projectIdentifier, useIdentifier } from './identifiers.ts'
import type { ProjectActivity } from './tally.ts'

export const listProjects = (api: OpenAiApi): AsyncGenerator<Project> =>
  api.list('projects', Project, { include_archived: true })

export const getProject = (api: OpenAiApi, id: string): Promise<Project | null> =>
  api.find(`projects/${encodeURIComponent(id)}`, Project)

export const isArchived = (project: Project): boolean =>
  project.status === 'archived' || (project.archived_at ?? null) !== null

export const projectName = (project: Project): string => project.name?.trim() || project.id

export const organisationScope = (organisation: string): Scope => ({
  key: `openai:${organisation}`,
  title: 'OpenAI organisation',
  source: `openai:${organisation}`,
})

export const projectScope = (organisation: string, project: Project): Scope => ({
  key: `openai:${organisation}/${project.id}`,
  title: isArchived(project)
    ? `${projectName(project).slice(0, 400)} (archived)`
    : projectName(project).slice(0, 400),
  source: `openai:${organisation}`,
  claims: [
    { field: 'name', value: projectName(project).slice(0, 200), source: 'container' },
    ...(isArchived(project) ? RETIRED : []),
  ],
})

/** An archived project's keys answer nothing any more. */
const RETIRED: Claim[] = [{ field: 'lifecycle', value: 'retired', source: 'provider' }]

/** Words that a project's name may hold as a word of its own, and what they say. No other word is guessed at. */
const CONTEXT_WORDS: Record<string, Context> = {
  dev: 'development',
  development: 'development',
  sandbox: 'development',
  playground: 'development',
  test: 'test',
  tests: 'test',
  testing: 'test',
  qa: 'test',
  staging: 'test',
  ci: 'ci',
}

/** Production unless the name says otherwise; a name that says production as well is production. */
export function projectContext(project: Project): Context {
  const words = projectName(project)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  if (words.some((word) => word === 'prod' || word === 'production')) return 'production'
  for (const word of words) {
    const said = Object.hasOwn(CONTEXT_WORDS, word) ? CONTEXT_WORDS[word] : undefined
    if (said) return said
  }
  return 'production'
}

export interface ProjectLook {
  organisation: string
  project: Project
  serviceAccounts: readonly ServiceAccount[]
  users: readonly ProjectUser[]
  modelPermissions: ModelPermissions | null
  retention: DataRetention | null
  used: ProjectActivity
  context: Context
}

/** The project as a workspace: where it keeps data, which models it may use, who may use it, whether it is used. */
export function* projectFindings(look: ProjectLook): Generator<Finding> {
  const { organisation, project, modelPermissions, used } = look
  const listed = evidence('api', 'project', 'projects', project.id)
  const proofs = used.models
    .slice(0, 20)
    .map(({ services, model }) =>
      evidence('metric', 'usage', `usage/${services[0]}`, `${project.id}/${model}`),
    )
  const isUsed = used.models.length > 0 || used.others.length > 0
  yield openAiFinding({
    key: 'workspace',
    kind: 'workspace',
    name: projectName(project),
    grade: isUsed ? 'used' : 'configured',
    context: look.context,
    identifiers: [projectIdentifier(project.id)],
    attributes: {
      status: isArchived(project) ? 'archived' : 'active',
      createdAt: instant(project.created_at),
      archivedAt: instant(project.archived_at),
      residency: project.residency ?? undefined,
      dataRetention: look.retention?.type,
      [modelPermissions?.mode === 'allow_list' ? 'allowedModels' : 'deniedModels']:
        modelPermissions?.model_ids.toSorted().slice(0, 1000),
      serviceAccounts: names(look.serviceAccounts.map(({ id, name }) => name || id)),
      owners: names(
        look.users.filter(({ role }) => role === 'owner').map(({ id, email, name }) => email || name || id),
      ),
      members: look.users.length > 0 ? look.users.length : undefined,
    },
    evidence: [listed, ...proofs],
    relations: [
      { type: 'depends-on', to: organisationIdentifier(organisation) },
      ...used.models
        .slice(0, 400)
        .map(({ model }) => ({ type: 'uses' as const, to: useIdentifier(project.id, model) })),
    ],
  })
}

/** The organisation itself: the data retention that projects inherit. */
export function* organisationFindings(
  organisation: string,
  retention: DataRetention | null,
): Generator<Finding> {
  yield openAiFinding({
    key: 'workspace',
    kind: 'workspace',
    name: 'OpenAI organisation',
    grade: 'configured',
    context: 'production',
    identifiers: [organisationIdentifier(organisation)],
    attributes: { dataRetention: retention?.type },
    evidence: [evidence('api', 'organisation', 'projects', organisation)],
  })
}

const names = (all: readonly string[]): string[] | undefined =>
  all.length > 0 ? [...new Set(all)].sort().slice(0, 1000) : undefined
