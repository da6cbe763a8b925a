import { kinds } from '@ai-census/repositories'
import {
  contentsScope,
  createSample,
  discoverEach,
  type HostPace,
  type PlannedScope,
} from '@ai-census/repositories/hosts'
import { coverParts, createParts } from '@ai-census/scanner-kit'
import { openApi } from './client.ts'
import type { AzureDevOpsConfig } from './config.ts'
import { type Context, type Home, openHome } from './run-state.ts'
import { projectScopes, scanExtensions, scanProject, scanRepository } from './scan.ts'
import type { Project } from './schema.ts'
import { listProjects } from './targets/projects.ts'
import { listRepositories, toRepository } from './targets/repositories.ts'

type Planned = PlannedScope<AzureDevOpsConfig>

/** Each organisation: its extensions, its projects' settings, then its repositories. */
export async function* discover(ctx: Context, pace: HostPace, version: string): AsyncGenerator<Planned> {
  const api = openApi(ctx.config, ctx.signal, pace)
  yield* discoverEach(ctx.config.organizations, ctx, (organisation) =>
    discoverOrganisation(openHome(organisation, ctx, api, pace, version), ctx),
  )
}

async function* discoverOrganisation(home: Home, ctx: Context): AsyncGenerator<Planned> {
  const { organisation, source, url } = home
  // A token that is not known fails here, once, and not at every scope.
  const projects: Project[] = []
  for await (const project of listProjects(home)) projects.push(project)
  yield {
    scope: {
      key: `${source}#extensions`,
      title: `${organisation}: extensions`,
      source,
      url: `${url}/_settings/extensions`,
    },
    sees: ['assistant', 'service'],
    look: () => scanExtensions(home),
  }
  if (ctx.config.projectSettings) for (const project of projects) yield* settingsOf(project, home)
  yield* repositoriesOf(home, ctx)
}

function* settingsOf(project: Project, home: Home): Generator<Planned> {
  const { source, url } = home
  for (const { what, title, sees, page } of projectScopes)
    yield {
      scope: {
        key: `${source}/${project.id}#${what}`,
        title: `${project.name.slice(0, 400)}: ${title}`,
        source,
        url: `${url}/${encodeURIComponent(project.name)}/${page}`,
        claims: [{ field: 'name', value: project.name.slice(0, 200), source: 'container' }],
      },
      sees,
      look: (ctx) => scanProject(what, project, home, ctx),
    }
}

/** Of all projects with one request; Azure DevOps gives them at once. */
async function* repositoriesOf(home: Home, ctx: Context): AsyncGenerator<Planned> {
  const parts = createParts()
  const all = await parts.all('/_apis/git/repositories', listRepositories(home))
  coverParts(ctx, parts)
  const sample = createSample(ctx.config.sample, home.organisation, ctx)
  for (const one of sample.take(all.filter(({ isFork }) => ctx.config.forks || !isFork))) {
    const repository = toRepository(one, home)
    const scope = contentsScope(home.source, repository)
    if (scope)
      yield { scope, sees: kinds, look: (scopeCtx) => scanRepository(scope, one, repository, home, scopeCtx) }
    else ctx.unknown(repository.title, 'malformed', `Azure DevOps gives ${one.webUrl} as its address.`)
  }
}
