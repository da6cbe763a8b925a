import {
  askAll,
  asScanContext,
  createAnswers,
  expected,
  operationsOf,
  permissionCheck,
  silentNotes,
} from '@ai-census/cloud-kit'
import { type CheckContext, type PermissionCheck, ScopeFailure } from '@ai-census/scanner-kit'
import type { GcpConfig } from './config.ts'
import { createGcp, type Probe } from './gcp.ts'
import type { Place, Project } from './place.ts'
import { enabledServices, LOCATIONS, listProjects, locationsOf } from './projects.ts'
import type { Run } from './run-state.ts'
import { placeOf } from './scan.ts'
import { apiOf, type ServiceName } from './services.ts'
import { tableServices, targets } from './table.ts'
import { PUBLISHER_MODELS } from './targets/model-garden.ts'

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
  const answers = createAnswers<string>()
  const uses = operationsOf(targets.filter(({ service }) => service !== 'billingexport'))
  const enabled = await enabledServices(project, run, answers).catch(expected)
  const isOn = (service: ServiceName) => enabled instanceof ScopeFailure || enabled.has(apiOf(service))
  const wanted = tableServices.filter((one) => isWanted(one, ctx.config) && isOn(one))
  await askAll(wanted, ctx, (service) =>
    tryService(project, service, ctx, run, { ...answers, isBrief: true }),
  )
  const asked = new Set(['serviceusage.services.list', ...uses.keys(), ...answers.operations()])
  // Of these IAM knows no permission, and of the bill a person must say where it lies.
  for (const one of [LOCATIONS, PUBLISHER_MODELS]) asked.delete(one)
  for (const permission of [...asked].sort())
    yield permissionCheck(
      {
        permission,
        uses: uses.get(permission) ?? ['discovery'],
        untried: 'its service is off, or nothing is there',
        remedy: ({ reason }) => `- ${reason}`,
      },
      answers.of(permission),
    )
}

async function firstProject(ctx: CheckContext<GcpConfig>, run: Run): Promise<Project> {
  for await (const project of listProjects(asScanContext(ctx), run)) {
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
    const gcp = createGcp(run.connection, { project: project.id, location }, type, silentNotes, probe)
    await type.read(gcp, place, silentNotes).next().catch(expected)
  }
}

const nearest = (all: readonly string[]): string =>
  NEAR.find((one) => all.includes(one)) ?? all[0] ?? 'global'

const isWanted = (service: ServiceName, { services }: GcpConfig): boolean =>
  service !== 'billingexport' && (!services || services.includes(service))
