import type { CellNotes } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import { z } from 'zod'
import { createGcp, type Gcp, type Probe } from './gcp.ts'
import type { Project } from './place.ts'
import { lastOf, optional, text } from './resource.ts'
import type { Context, Run } from './run-state.ts'
import { isService, type ServiceName, serviceOf, services } from './services.ts'

/** Found by looking through the whole organisation. */
export const organisationOperations = [
  'resourcemanager.folders.list',
  'resourcemanager.projects.list',
] as const
/** Asked of each project. */
export const projectOperations = ['resourcemanager.projects.get', 'serviceusage.services.list'] as const
export const locationOperations: readonly string[] = Object.keys(services).flatMap((name) =>
  isService(name) ? (serviceOf(name).permission ?? []) : [],
)

const ProjectAnswer = z.object({
  name: z.string(),
  projectId: z.string(),
  displayName: text,
  state: text,
  labels: optional(z.record(z.string(), z.string())),
})
const ServiceAnswer = z.object({ name: z.string(), state: text })
const LocationAnswer = z.object({ locationId: z.string() })
const FolderAnswer = z.object({ name: z.string(), state: text })

const ignored = { page: () => undefined, resource: () => undefined }
/** A list of which a part cannot be read is not read: what it leaves out must not pass for what is not there. */
const strict: CellNotes = {
  ...ignored,
  miss: (_, failure) => {
    throw failure
  },
}

/** Discovery's own requests, which belong to no cell. What a list leaves out is said by `notes`. */
const asking = (run: Run, project: string, probe?: Probe, notes = strict): Gcp =>
  createGcp(
    run.connection,
    { project, location: 'global' },
    {
      id: 'discovery',
      operations: [...organisationOperations, ...projectOperations, ...locationOperations, LOCATIONS],
    },
    notes,
    probe,
  )

/** Of services whose list of locations IAM has no permission of its own for. */
export const LOCATIONS = 'locations.list'

/** The projects to look at. A list that breaks off gives those before the break, and then the failure. */
export async function* listProjects(ctx: Context, run: Run): AsyncGenerator<Project | ScopeFailure> {
  const { organization, projects } = ctx.config
  if (projects) {
    for (const one of projects) yield await namedProject(one, run)
    return
  }
  const gcp = asking(run, organization ?? 'all projects', undefined, {
    ...ignored,
    miss: (place, { reason, message }) => ctx.cover('partial', reason, `${place}: ${message}`),
  })
  const found = organization ? below(gcp, `organizations/${organization}`) : shown(gcp)
  const seen = new Set<string>()
  for await (const project of found) {
    if (seen.has(project.name) || (project.state && project.state !== 'ACTIVE')) continue
    seen.add(project.name)
    yield asProject(project)
  }
}

type Answer = z.infer<typeof ProjectAnswer>
const crm = 'cloudresourcemanager' as const

/** Every project that the credentials are shown. */
const shown = (gcp: Gcp): AsyncGenerator<Answer> =>
  gcp.list({
    service: crm,
    path: '/v3/projects:search',
    permission: 'resourcemanager.projects.get',
    key: 'projects',
    item: ProjectAnswer,
  })

/** The projects of an organisation or folder, and of the folders in it. */
async function* below(gcp: Gcp, parent: string): AsyncGenerator<Answer> {
  yield* gcp.list({
    service: crm,
    path: '/v3/projects',
    query: { parent },
    permission: 'resourcemanager.projects.list',
    key: 'projects',
    item: ProjectAnswer,
  })
  const folders = gcp.list({
    service: crm,
    path: '/v3/folders',
    query: { parent },
    permission: 'resourcemanager.folders.list',
    key: 'folders',
    item: FolderAnswer,
  })
  for await (const { name, state } of folders) if (!state || state === 'ACTIVE') yield* below(gcp, name)
}

const asProject = ({ name, projectId, displayName, labels }: Answer): Project => ({
  id: projectId,
  number: lastOf(name),
  name: displayName || projectId,
  labels: labels ?? {},
})

/**
 * A project by its id or number. Where Cloud Resource Manager is off, or absent as in emulators, its name alone is enough
 * to go on; whoever is refused there is told so.
 */
async function namedProject(named: string, run: Run): Promise<Project | ScopeFailure> {
  const call = { service: crm, path: `/v3/projects/${named}`, permission: 'resourcemanager.projects.get' }
  try {
    return asProject(await asking(run, named).get(call, ProjectAnswer))
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    if (failure.reason === 'credentials') return failure
    const bare = { id: named, number: named, name: named, labels: {}, failure }
    const number = await numberOf(bare, run)
    if (number instanceof ScopeFailure) {
      const isRefused = failure.status === 'denied' && number.status === 'denied'
      return isRefused ? new ScopeFailure('denied', failure.reason, `${named}: ${failure.message}`) : bare
    }
    return { ...bare, number: number ?? named }
  }
}

/** Its number as the list of its services has it. */
async function numberOf(project: Project, run: Run): Promise<string | null | ScopeFailure> {
  try {
    for await (const { name } of servicesOf(project, run)) return /^projects\/(\d+)\//.exec(name)?.[1] ?? null
    return null
  } catch (failure) {
    if (failure instanceof ScopeFailure) return failure
    throw failure
  }
}

/** The services of our table that the project has switched on. */
export async function enabledServices(project: Project, run: Run, probe?: Probe): Promise<Set<string>> {
  const enabled = new Set<string>()
  for await (const { name, state } of servicesOf(project, run, probe))
    if (!state || state === 'ENABLED') enabled.add(lastOf(name))
  return enabled
}

const servicesOf = (project: Project, run: Run, probe?: Probe) =>
  asking(run, project.id, probe).list({
    service: 'serviceusage',
    path: `/v1/projects/${project.id}/services`,
    query: { filter: 'state:ENABLED' },
    permission: 'serviceusage.services.list',
    key: 'services',
    size: { pageSize: 200 },
    item: ServiceAnswer,
  })

/** Where the service is, for this project. */
export async function locationsOf(
  project: Project,
  service: ServiceName,
  run: Run,
  probe?: Probe,
): Promise<string[]> {
  const { locations, version, permission = LOCATIONS } = serviceOf(service)
  if (locations !== 'list') return [...locations]
  const found: string[] = []
  const all = asking(run, project.id, probe).list({
    service,
    path: `/${version}/projects/${project.id}/locations`,
    permission,
    key: 'locations',
    item: LocationAnswer,
  })
  for await (const { locationId } of all) found.push(locationId)
  return [...new Set(found)].sort()
}
