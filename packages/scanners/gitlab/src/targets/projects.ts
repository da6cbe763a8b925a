import { type HostedRepository, hostClaims, isWithinDays, knownCommit } from '@ai-census/repositories/hosts'
import type { GitLabConfig } from '../config.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { type Group, Project } from '../schema.ts'

/** All projects below a group, by hundreds; those that are only shared with it belong to another. */
export const listProjects = (
  { id }: Group,
  { api }: Home,
  { archived }: Pick<GitLabConfig, 'archived'>,
): AsyncGenerator<readonly Project[]> =>
  api.pages(`/groups/${id}/projects`, Project, needs.projects, {
    include_subgroups: true,
    with_shared: false,
    ...(archived ? {} : { archived: false }),
    // What is made meanwhile comes last, and moves nothing.
    order_by: 'id',
    sort: 'asc',
  })

export const isChosen = (
  { archived, forked_from_project }: Project,
  wanted: Pick<GitLabConfig, 'archived' | 'forks'>,
): boolean => (wanted.archived || !archived) && (wanted.forks || !forked_from_project)

export function toRepository(
  project: Project,
  home: Home,
  { gitUrl, settingsDays }: Pick<GitLabConfig, 'gitUrl' | 'settingsDays'>,
): HostedRepository {
  const path = project.path_with_namespace
  const known = {
    id: String(project.id),
    mark: markOf(project, home.now()),
    branch: project.default_branch ?? null,
  }
  const isFresh = ({ askedAt }: { askedAt: number }) =>
    isWithinDays(askedAt, home.now(), settingsDays, known.id)
  return {
    ...known,
    title: path,
    url: project.web_url,
    gitUrl: `${(gitUrl ?? home.url).replace(/\/+$/, '')}/${path}.git`,
    commit: project.empty_repo ? null : knownCommit(home.state, known, isFresh),
    claims: hostClaims(project.description, project.archived ?? false, project.topics),
  }
}

/** GitLab notes an activity at most once an hour; another hour for clocks that disagree. */
const SETTLED_MS = 2 * 3_600_000

/**
 * Changes with a push, as far as GitLab says so: a push within an hour of another activity leaves the time of
 * activity as it is, and a mirror is pulled without one. Where it says nothing, git is asked.
 */
function markOf({ last_activity_at: at, mirror }: Project, now: number): string | null {
  if (!at || mirror) return null
  return now - Date.parse(at) > SETTLED_MS ? at : null
}
