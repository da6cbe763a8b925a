import { kinds } from '@ai-census/repositories'
import {
  contentsScope,
  createSample,
  discoverEach,
  facetScope,
  type HostedRepository,
  type HostPace,
  lookAtContents,
  type PlannedScope,
} from '@ai-census/repositories/hosts'
import { coverParts, createParts } from '@ai-census/scanner-kit'
import type { BitbucketConfig } from './config.ts'
import { type Context, type Home, openHome, sourceOf } from './run-state.ts'
import { scanRepositoryVariables, scanWorkspaceVariables, variableKinds } from './scan.ts'
import { listRepositories, toRepository } from './targets/cloud-repositories.ts'
import { listDataCenterRepositories, listProjects, toDataCenterRepository } from './targets/data-center.ts'

type Planned = PlannedScope<BitbucketConfig>

/** Each workspace of the Cloud, or each project of a Data Center. */
export async function* discover(ctx: Context, pace: HostPace, version: string): AsyncGenerator<Planned> {
  const { config } = ctx
  const home = openHome(ctx, pace, version)
  if (!config.dataCenterUrl) {
    yield* discoverEach(config.workspaces, ctx, (workspace) => discoverWorkspace(workspace, home, ctx))
    return
  }
  const projects = config.projects.length > 0 ? config.projects : await allProjects(home, ctx)
  yield* discoverEach(projects, ctx, (key) => discoverProject(key, config.dataCenterUrl ?? '', home, ctx))
}

async function* discoverWorkspace(workspace: string, home: Home, ctx: Context): AsyncGenerator<Planned> {
  const source = sourceOf(ctx.config, workspace)
  const variables: Planned = {
    scope: {
      key: `${source}#variables`,
      title: `${workspace}: pipeline variables`,
      source,
      url: `https://bitbucket.org/${encodeURIComponent(workspace)}/workspace/settings/pipelines-variables`,
    },
    sees: variableKinds,
    look: (scopeCtx) => scanWorkspaceVariables(workspace, home, scopeCtx),
  }
  const sample = createSample(ctx.config.sample, workspace, ctx)
  let isFirst = true
  for await (const page of listRepositories(workspace, home)) {
    // A token that is not known has failed by now, once, and not at every scope.
    if (isFirst) yield variables
    isFirst = false
    for (const one of sample.take(page.filter(({ parent }) => ctx.config.forks || !parent))) {
      const repository = toRepository(one, home, ctx.config)
      yield* repositoryScopes(repository, repository.url, source, home, ctx)
    }
    if (sample.isFull) return
  }
}

async function allProjects(home: Home, ctx: Context): Promise<string[]> {
  const parts = createParts()
  const projects = await parts.all('/projects', listProjects(home))
  coverParts(ctx, parts)
  return projects.map(({ key }) => key)
}

async function* discoverProject(
  key: string,
  root: string,
  home: Home,
  ctx: Context,
): AsyncGenerator<Planned> {
  const { config } = ctx
  const source = sourceOf(config, key)
  const sample = createSample(config.sample, key, ctx)
  for await (const page of listDataCenterRepositories(key, home)) {
    const wanted = page.filter(
      ({ archived, origin }) => (config.archived || !archived) && (config.forks || !origin),
    )
    for (const one of sample.take(wanted)) {
      const { repository, page: browse } = toDataCenterRepository(one, root, home)
      yield* repositoryScopes(repository, browse, source, home, ctx)
    }
    if (sample.isFull) return
  }
}

/** @param page where people open it; the address that git knows decides the key */
function* repositoryScopes(
  repository: HostedRepository,
  page: string,
  source: string,
  home: Home,
  ctx: Context,
): Generator<Planned> {
  const scope = contentsScope(source, repository)
  if (!scope) return ctx.unknown(repository.title, 'malformed', `Bitbucket gives ${page} as its address.`)
  yield {
    scope: { ...scope, url: page },
    sees: kinds,
    look: (scopeCtx) => lookAtContents(scope, repository, home, scopeCtx),
  }
  // A Data Center has no pipelines of its own.
  if (!ctx.config.variables || ctx.config.dataCenterUrl) return
  yield {
    scope: facetScope(
      scope,
      'pipelines',
      'pipeline variables',
      `${page}/admin/pipelines/repository-variables`,
    ),
    sees: variableKinds,
    look: (scopeCtx) => scanRepositoryVariables(repository, home, scopeCtx),
  }
}
