import { expected } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { addressOf, takesCredentials } from './address.ts'
import type { Project } from './place.ts'
import { enabledServices, listProjects, locationsOf } from './projects.ts'
import type { Context, Plan, Run } from './run-state.ts'
import { apiOf, type ServiceName, serviceOf } from './services.ts'
import { tableServices } from './table.ts'

/**
 * Each project: its services, in each of their locations. A service that is off, or whose locations are not told, has
 * one scope that says so (`-` for its place) and costs nothing more.
 */
export async function* discover(ctx: Context, run: Run): AsyncGenerator<Scope, void, undefined> {
  await openResume(ctx, run)
  for await (const project of listProjects(ctx, run)) {
    if (project instanceof ScopeFailure) ctx.cover(project.status, project.reason, project.message)
    else yield* projectScopes(project, ctx, run)
  }
  if (ctx.config.billingTable) yield billingScope(ctx.config.billingTable, run)
  run.shared.discovered()
}

async function openResume({ config, now }: Context, { shared, version, connection }: Run): Promise<void> {
  const isAnonymous = !takesCredentials(config, addressOf(config, 'cloudresourcemanager', 'global'))
  const identity = isAnonymous || !config.cacheFolder ? '' : await connection.credentials.identity()
  shared.openResume({ config, identity, version, catalogue: loadCatalogue().hash, now: now() })
}

/** The bill of all projects is one table, which lies in a project that need not be among those that are looked at. */
function billingScope(table: string, run: Run): Scope {
  const id = table.split('.').slice(0, -2).join('.')
  const key = `gcp:${id}/global/billingexport`
  const project = { id, number: id, name: id, labels: {} }
  run.shared.plan(key, { project, location: 'global', service: 'billingexport' })
  return { key, title: `The bill that is exported to ${table}`, source: `gcp:${id}` }
}

async function* projectScopes(project: Project, ctx: Context, run: Run): AsyncGenerator<Scope> {
  const scopeOf = (plan: Omit<Plan, 'project'>): Scope => {
    const key = `gcp:${project.number}/${plan.location}/${plan.service ?? 'project'}`
    run.shared.plan(key, { project, ...plan })
    const place = plan.location === '-' ? '' : ` in ${plan.location}`
    return {
      key,
      title: `${project.name} (${project.id}): ${plan.service ?? 'the project'}${place}`,
      source: `gcp:${ctx.config.organization ?? project.number}`,
      claims: [{ field: 'name', value: project.name.slice(0, 200), source: 'container' }],
    }
  }
  const enabled = await enabledServices(project, run).catch(expected)
  const failure = enabled instanceof ScopeFailure ? enabled : project.failure
  yield scopeOf({ location: 'global', service: null, ...(failure ? { failure } : {}) })
  for (const service of tableServices.filter((one) => isWanted(one, ctx))) {
    // Who may not ask which are on tries them all: each says itself that it is off.
    if (!(enabled instanceof ScopeFailure) && !enabled.has(apiOf(service))) {
      yield scopeOf({ location: '-', service, failure: off(service) })
      continue
    }
    const locations = await placesOf(project, service, ctx, run)
    if (locations instanceof ScopeFailure) {
      yield scopeOf({ location: '-', service, failure: locations })
      // What is there may be asked for by those who may not ask where it is.
      if (isSilent(locations) && !ctx.config.locations)
        for (const location of serviceOf(service).usual ?? []) yield scopeOf({ location, service })
    } else for (const location of locations) yield scopeOf({ location, service })
  }
}

/** Monitoring and others that are asked of the whole project are no matter of location. */
async function placesOf(project: Project, service: ServiceName, { config }: Context, run: Run) {
  const isEverywhere = ['-', 'global'].includes(serviceOf(service).locations[0] ?? '')
  const wanted = config.locations && !isEverywhere ? new Set(config.locations) : null
  const all = await locationsOf(project, service, run).catch(expected)
  if (!(all instanceof ScopeFailure)) return wanted ? all.filter((one) => wanted.has(one)) : all
  // Who may not ask for the locations may look at those that are named.
  return wanted && all.status !== 'not-enabled' ? [...wanted] : all
}

const isWanted = (service: ServiceName, { config }: Context): boolean =>
  service !== 'billingexport' && (!config.services || config.services.includes(service))

/** It is there and does not tell its locations, for lack of a permission or of the very list. */
const isSilent = ({ status, reason }: ScopeFailure): boolean =>
  reason !== 'credentials' &&
  (status === 'denied' || ['gone', 'http-404', 'http-501', 'operation'].includes(reason))

const off = (service: ServiceName): ScopeFailure =>
  new ScopeFailure('not-enabled', 'SERVICE_DISABLED', `${apiOf(service)} is not enabled in the project.`)
