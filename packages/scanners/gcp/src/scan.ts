import { type CellOutcome, contextOf, contextTags, coverCells, scanCells } from '@ai-census/cloud-kit'
import type { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { createGcp } from './gcp.ts'
import type { Place, Project } from './place.ts'
import type { Context, Plan, Run } from './run-state.ts'
import { targetsOf } from './table.ts'

const DAY = 86_400_000
/** Cells of one scope side by side; the scopes are side by side as well. */
const WIDTH = 4

export async function* scan(scope: Scope, ctx: Context, run: Run): AsyncGenerator<Finding, void, undefined> {
  const plan = run.shared.take(scope.key)
  try {
    yield* scanPlan(scope, plan, ctx, run)
  } finally {
    run.shared.scanned()
  }
}

async function* scanPlan(scope: Scope, plan: Plan, ctx: Context, run: Run): AsyncGenerator<Finding> {
  const { project, service, failure } = plan
  if (!service) return scanProject(project, failure, ctx)
  const types = targetsOf(service)
  if (failure)
    return coverCells(
      ctx,
      types.map(({ id, kinds }) => ({ outcome: closed(id, failure), kinds })),
    )
  const place = placeOf(project, plan.location, ctx.now(), ctx.config)
  const where = { project: project.id, location: plan.location }
  yield* scanCells(
    {
      scope: scope.key,
      types,
      place,
      access: (type, notes) => createGcp(run.connection, where, type, notes),
      resume: run.shared.resume,
      width: WIDTH,
      now: run.shared.clock.now,
    },
    ctx,
  )
}

/** Whether the project lets us ask which services it has; what is in it has scopes of its own. */
function scanProject({ id, number }: Project, failure: ScopeFailure | undefined, ctx: Context): void {
  ctx.sees([])
  // Code and people say the id, identifiers have the number: whoever says either means the same.
  if (id !== number) ctx.describe({ aliases: [{ type: 'gcp-project', from: id, to: number }] })
  if (failure) throw failure
}

/** A cell that was not even asked, since its service is off or does not say where it is. */
const closed = (type: string, { status, reason, message }: ScopeFailure): CellOutcome => ({
  type,
  status,
  reason: reason.slice(0, 256),
  detail: message,
  pages: 0,
  resources: 0,
  milliseconds: 0,
  misses: [],
})

export function placeOf(project: Project, location: string, now: Date, config: Context['config']): Place {
  return {
    project,
    location,
    context: contextOf([...contextTags(project.labels), project.id, project.name]),
    now,
    since: new Date((Math.floor(now.getTime() / DAY) - config.usageDays) * DAY),
    auditPages: config.auditPages,
    modelGarden: config.modelGarden,
    billing: config.billingTable ? { table: config.billingTable, gigabytes: config.billingGigabytes } : null,
    catalogue: loadCatalogue(),
  }
}
