import { type CellNotes, operationsOf } from '@ai-census/cloud-kit'
import { type CheckContext, type PermissionCheck, ScopeFailure } from '@ai-census/scanner-kit'
import type { GcpConfig } from './config.ts'
import { createGcp, type Probe } from './gcp.ts'
import type { Place, Project } from './place.ts'
import { enabledServices, LOCATIONS, listProjects, locationsOf } from './projects.ts'
import type { Context, Run } from './run-state.ts'
import { placeOf } from './scan.ts'
import { apiOf, type ServiceName } from './services.ts'
import { tableServices, targets } from './table.ts'

const silent: CellNotes = { page: () => undefined, resource: () => undefined, miss: () => undefined }

/** Where a service is tried when all of its locations are the same to IAM. */
const NEAR = ['us-central1', 'europe-west4', 'us', 'eu', 'global']

/**
 * Tries the permissions in the first project that there is: each row of the table to its first page, in one location.
 * What only a resource that is not there could show stays untried.
 */
export async function* check(
  ctx: CheckContext<GcpConfig>,
  run: Run,
): AsyncGenerator<PermissionCheck, void, undefined> {
  const project = await firstProject(ctx, run)
  yield { permission: 'credentials', status: 'works', detail: `${project.name} (${project.id})` }
  const answers = new Map<string, ScopeFailure | null>()
  const probe: Probe = {
    // One row that was let in is enough: others share the permission.
    answered: (permission, failure) => {
      if (!answers.has(permission) || failure === null) answers.set(permission, failure)
    },
  }
  const uses = operationsOf(targets)
  const enabled = await enabledServices(project, run, probe).catch(expected)
  for (const service of tableServices.filter((one) => isWanted(one, ctx.config))) {
    if (!(enabled instanceof ScopeFailure) && !enabled.has(apiOf(service))) continue
    await tryService(project, service, ctx, run, probe)
  }
  const asked = new Set(['serviceusage.services.list', ...uses.keys(), ...answers.keys()])
  asked.delete(LOCATIONS)
  for (const permission of [...asked].sort())
    yield resultOf(permission, answers.get(permission), uses.get(permission) ?? ['discovery'])
}

async function firstProject(ctx: CheckContext<GcpConfig>, run: Run): Promise<Project> {
  for await (const project of listProjects(asContext(ctx), run)) {
    if (project instanceof ScopeFailure) throw project
    return project
  }
  throw new ScopeFailure(
    'denied',
    'resourcemanager.projects.get',
    'Google shows no project to these credentials.',
  )
}

async function tryService(
  project: Project,
  service: ServiceName,
  { config, now }: CheckContext<GcpConfig>,
  run: Run,
  probe: Probe,
): Promise<void> {
  const locations = await locationsOf(project, service, run, probe).catch(expected)
  const all = locations instanceof ScopeFailure ? (config.locations ?? NEAR) : locations
  const location = config.locations?.find((one) => all.includes(one)) ?? nearest(all)
  const place: Place = placeOf(project, location, now(), config)
  for (const type of targets.filter((one) => one.service === service)) {
    const gcp = createGcp(run.connection, { project: project.id, location }, type, silent, probe)
    await type.read(gcp, place, silent).next().catch(expected)
  }
}

const nearest = (all: readonly string[]): string =>
  NEAR.find((one) => all.includes(one)) ?? all[0] ?? 'global'

const isWanted = (service: ServiceName, { services }: GcpConfig): boolean =>
  service !== 'billingexport' && (!services || services.includes(service))

function expected(failure: unknown): ScopeFailure {
  if (failure instanceof ScopeFailure) return failure
  throw failure
}

function resultOf(
  permission: string,
  failure: ScopeFailure | null | undefined,
  uses: readonly string[],
): PermissionCheck {
  const detail = uses.join(', ')
  if (failure === undefined)
    return { permission, status: 'untried', detail: `${detail}: its service is off, or nothing is there` }
  if (failure === null) return { permission, status: 'works', detail }
  if (failure.status === 'denied')
    return { permission, status: 'missing', detail: failure.message, remedy: `- ${failure.reason}` }
  if (failure.status === 'unsupported' || failure.status === 'not-enabled')
    return { permission, status: 'unsupported', detail: failure.message }
  return { permission, status: 'unknown', detail: failure.message }
}

/** Discovery's parts are asked as in a scan; a check has no scope that they could speak of. */
const asContext = (ctx: CheckContext<GcpConfig>): Context => ({
  ...ctx,
  unknown: () => undefined,
  cover: () => undefined,
  sees: () => undefined,
  cells: () => undefined,
  describe: () => undefined,
  progress: () => undefined,
  fingerprint: () => '',
  fingerprintKey: '',
})
