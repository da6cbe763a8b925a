import { kinds } from '@ai-census/repositories'
import {
  contentsScope,
  createSample,
  discoverEach,
  facetScope,
  type HostPace,
  lookAtContents,
  type PlannedScope,
} from '@ai-census/repositories/hosts'
import { coverParts, createParts, ScopeFailure } from '@ai-census/scanner-kit'
import type { GitLabConfig } from './config.ts'
import { needs } from './needs.ts'
import { type Context, type Home, openHome } from './run-state.ts'
import { scanGroupDuo, scanInstance, scanVariables, variableKinds } from './scan.ts'
import { Group, type Project } from './schema.ts'
import { instanceScopes } from './targets/instance.ts'
import { isChosen, listProjects, toRepository } from './targets/projects.ts'

type Planned = PlannedScope<GitLabConfig>

/** The instance where it was asked for, then each group with its subgroups and projects. */
export async function* discover(ctx: Context, pace: HostPace, version: string): AsyncGenerator<Planned> {
  const home = openHome(ctx, pace, version)
  if (ctx.config.instance) yield* discoverInstance(home)
  const groups = ctx.config.groups.length > 0 ? ctx.config.groups : await topLevelGroups(home, ctx)
  yield* discoverEach(groups, ctx, (path) => discoverGroup(path, home, ctx))
}

function* discoverInstance(home: Home): Generator<Planned> {
  const source = home.sourceOf(null)
  for (const { what, title, sees, page } of instanceScopes)
    yield {
      scope: {
        key: `${source}#${what}`,
        title: `${new URL(home.url).host}: ${title}`,
        source,
        url: `${home.url}${page}`,
      },
      sees,
      look: (ctx) => scanInstance(what, home, ctx),
    }
}

async function topLevelGroups({ api }: Home, ctx: Context): Promise<string[]> {
  const parts = createParts()
  const query = {
    top_level_only: true,
    all_available: true,
    pagination: 'keyset',
    order_by: 'name',
    sort: 'asc',
  }
  const groups = await parts.all('/groups', api.list('/groups', Group, needs.group, query))
  coverParts(ctx, parts)
  return groups.map(({ full_path }) => full_path)
}

async function* discoverGroup(path: string, home: Home, ctx: Context): AsyncGenerator<Planned> {
  const { api } = home
  const group = await api.get(`/groups/${encodeURIComponent(path)}`, Group, needs.group, {
    with_projects: false,
  })
  const source = home.sourceOf(group.full_path)
  const subgroups = await descendants(group, home, ctx)
  yield {
    scope: { key: `${source}#duo`, title: `${group.full_path}: GitLab Duo`, source, url: group.web_url },
    sees: ['assistant'],
    look: (scopeCtx) => scanGroupDuo(group, subgroups, home, scopeCtx),
  }
  for (const one of [group, ...subgroups]) yield groupVariables(one, source, home)
  yield* groupProjects(group, source, home, ctx)
}

/** Without them the group's projects can be read all the same: the list of projects holds theirs. */
async function descendants(group: Group, { api }: Home, ctx: Context): Promise<Group[]> {
  const path = `/groups/${group.id}/descendant_groups`
  const parts = createParts()
  const found = await parts.all(path, api.list(path, Group, needs.group, { order_by: 'id', sort: 'asc' }))
  coverParts(ctx, parts)
  return found
}

const groupVariables = ({ id, full_path, web_url }: Group, source: string, home: Home): Planned => ({
  scope: {
    key: `${home.sourceOf(full_path)}#variables`,
    title: `${full_path}: CI/CD variables`,
    source,
    url: `${web_url}/-/settings/ci_cd`,
  },
  sees: variableKinds,
  look: (ctx) => scanVariables({ of: 'group', id, path: full_path }, home, ctx),
})

async function* groupProjects(
  group: Group,
  source: string,
  home: Home,
  ctx: Context,
): AsyncGenerator<Planned> {
  const sample = createSample(ctx.config.sample, group.full_path, ctx)
  for await (const page of listProjects(group, home, ctx.config)) {
    const wanted = page.filter((project) => isChosen(project, ctx.config))
    for (const project of sample.take(wanted)) yield* projectScopes(project, source, home, ctx)
    if (sample.isFull) return
  }
}

function* projectScopes(project: Project, source: string, home: Home, ctx: Context): Generator<Planned> {
  const { id, path_with_namespace: path, web_url } = project
  const repository = toRepository(project, home, ctx.config)
  const scope = contentsScope(source, repository)
  if (!scope) return ctx.unknown(path, 'malformed', `GitLab gives ${web_url} as its address.`)
  yield {
    scope,
    sees: kinds,
    look: (scopeCtx) => {
      if (project.repository_access_level === 'disabled') throw withoutRepository(path)
      return lookAtContents(scope, repository, home, scopeCtx)
    },
  }
  if (!ctx.config.variables) return
  yield {
    scope: facetScope(scope, 'ci', 'CI/CD variables', `${web_url}/-/settings/ci_cd`),
    sees: variableKinds,
    look: (scopeCtx) => scanVariables({ of: 'project', id, path }, home, scopeCtx),
  }
}

const withoutRepository = (path: string) =>
  new ScopeFailure('not-enabled', 'no-repository', `The repository of ${path} is switched off.`)
