import { type HostedRepository, hostClaims } from '@ai-census/repositories/hosts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { DataCenterRepository, Project } from '../schema.ts'

export const listProjects = ({ api }: Home): AsyncGenerator<Project> =>
  api.list('/projects', Project, needs.dataCenter)

export const listDataCenterRepositories = (
  key: string,
  { api }: Home,
): AsyncGenerator<readonly DataCenterRepository[]> =>
  api.pages(`/projects/${encodeURIComponent(key)}/repos`, DataCenterRepository, needs.dataCenter)

/** Its key is made of the address for clones, which holds the project's key in lower case; no list tells of pushes. */
export function toDataCenterRepository(
  { id, slug, description, archived, project: { key } }: DataCenterRepository,
  root: string,
  { gitRoot }: Home,
): { repository: HostedRepository; page: string } {
  const web = root.replace(/\/+$/, '')
  const clone = `/scm/${key.toLowerCase()}/${slug}`
  return {
    page: `${web}/projects/${encodeURIComponent(key)}/repos/${slug}/browse`,
    repository: {
      id: String(id),
      title: `${key}/${slug}`,
      url: `${web}${clone}`,
      gitUrl: `${gitRoot}${clone}.git`,
      mark: null,
      branch: null,
      commit: undefined,
      claims: hostClaims(description, archived ?? false),
    },
  }
}
