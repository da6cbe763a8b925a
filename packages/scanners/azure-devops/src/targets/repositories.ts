import type { HostedRepository } from '@ai-census/repositories/hosts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Ref, Repository } from '../schema.ts'

/** All repositories of the organisation that the token may see, in whatever project. */
export const listRepositories = ({ api, organisation }: Home): AsyncGenerator<Repository> =>
  api.list(`/${encodeURIComponent(organisation)}/_apis/git/repositories`, Repository, needs.code)

/** The commit of the default branch; null in a repository without one. */
export async function getHead(
  { id, project, defaultBranch }: Repository,
  { api, organisation }: Home,
): Promise<string | null> {
  if (!defaultBranch) return null
  const path = `/${encodeURIComponent(organisation)}/${project.id}/_apis/git/repositories/${id}/refs`
  // The filter is a beginning: `main` finds `main-2` as well.
  const query = { filter: defaultBranch.replace(/^refs\//, '') }
  for await (const { name, objectId } of api.list(path, Ref, needs.code, query))
    if (name === defaultBranch) return objectId
  return null
}

export const toRepository = (
  { id, name, project, webUrl, defaultBranch }: Repository,
  { gitRoot, organisation }: Home,
): HostedRepository => ({
  id,
  title: `${project.name}/${name}`,
  url: webUrl,
  gitUrl: `${gitRoot}/${[organisation, project.name, '_git', name].map(encodeURIComponent).join('/')}`,
  mark: null,
  branch: defaultBranch ?? null,
  commit: undefined,
  claims: [],
})
