import { catalogue } from '@ai-census/repositories'
import {
  type HostedRepository,
  lookAgain,
  lookAtContents,
  settingFindings,
} from '@ai-census/repositories/hosts'
import { createParts, type Parts, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind, Scope } from '@ai-census/schema'
import { type Context, evidence, type Home } from './run-state.ts'
import type { Project, Repository } from './schema.ts'
import { extensionFinding, listExtensions } from './targets/extensions.ts'
import { getHead } from './targets/repositories.ts'
import { connectionFinding, listConnections } from './targets/service-connections.ts'
import { listPipelines, listVariableGroups } from './targets/variables.ts'

export type ProjectScope = 'variable-groups' | 'pipelines' | 'service-connections'

/** What a project has beside its repositories, each with a permission, and so a coverage, of its own. */
export const projectScopes: readonly {
  readonly what: ProjectScope
  readonly title: string
  readonly sees: readonly FindingKind[]
  /** Where a person finds it. */
  readonly page: string
}[] = [
  { what: 'variable-groups', title: 'variable groups', sees: ['credential', 'service'], page: '_library' },
  { what: 'pipelines', title: 'variables of pipelines', sees: ['credential', 'service'], page: '_build' },
  {
    what: 'service-connections',
    title: 'service connections',
    sees: ['service'],
    page: '_settings/adminservices',
  },
]

/** None of it shows a change by a sign of its own, and each costs a request for every project. */
export const scanProject = (
  what: ProjectScope,
  project: Project,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> =>
  lookAgain({ id: `${what} ${project.id}`, mark: null }, home, ctx, async () => {
    const parts = createParts()
    return { findings: await findingsOf(what, project, home, parts), parts }
  })

async function findingsOf(
  what: ProjectScope,
  project: Project,
  home: Home,
  parts: Parts,
): Promise<Finding[]> {
  if (what === 'service-connections') {
    const connections = await parts.all(what, listConnections(project, home))
    return connections.flatMap((one) => connectionFinding(one, project, catalogue()) ?? [])
  }
  const list = what === 'pipelines' ? listPipelines : listVariableGroups
  const listed = await parts.all(what, list(project, home))
  return [...settingFindings(listed, catalogue(), evidence)]
}

export async function* scanExtensions(home: Home): AsyncGenerator<Finding> {
  for await (const extension of listExtensions(home)) {
    const finding = extensionFinding(extension, home.organisation, catalogue())
    if (finding) yield finding
  }
}

/** Where the branch stands is asked first: of one that has not moved nothing is fetched. */
export async function* scanRepository(
  scope: Scope,
  one: Repository,
  repository: HostedRepository,
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> {
  if (one.isDisabled)
    throw new ScopeFailure(
      'not-enabled',
      'repository-disabled',
      `${repository.title} is disabled, and cannot be read.`,
    )
  if (one.isInMaintenance)
    throw new ScopeFailure(
      'not-enabled',
      'repository-in-maintenance',
      `${repository.title} is in maintenance.`,
    )
  const commit = await getHead(one, home)
  yield* lookAtContents(scope, { ...repository, commit }, home, ctx)
}
