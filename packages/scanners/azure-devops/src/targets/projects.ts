import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Project } from '../schema.ts'

export const listProjects = ({ api, organisation }: Home): AsyncGenerator<Project> =>
  api.list(`/${encodeURIComponent(organisation)}/_apis/projects`, Project, needs.projects, { $top: 100 })
