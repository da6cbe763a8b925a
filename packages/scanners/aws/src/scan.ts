import { scanCells } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { createAws } from './aws.ts'
import { accountContext } from './discover.ts'
import type { Place } from './place.ts'
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
  const { account, region, service } = plan
  if (service === 'account') return scanAccount(plan, ctx, run)
  if (run.off.has(scope.key)) return scanOff(scope, ctx, run)
  const bare = placeOf(plan, ctx)
  const tags = region === 'global' ? null : await run.tags.read(account, bare)
  const place: Place = { ...bare, tagsOf: tags ? tags.tagsOf : () => ({}) }
  yield* scanCells(
    {
      scope: scope.key,
      types: targetsOf(service, ctx.config),
      place,
      access: (type, notes) => createAws(run.connections, account.identity, place, type, notes),
      resume: run.shared.resume,
      width: WIDTH,
      now: run.shared.clock.now,
    },
    ctx,
  )
  if (tags?.failure)
    ctx.unknown(
      'tags',
      tags.failure.status === 'denied' ? 'permission' : 'unavailable',
      `Owners and systems named by tags: ${tags.failure.message}`,
    )
}

/** Whether the account lets us look at all; what is in it has scopes of its own. */
function scanAccount({ account }: Plan, ctx: Context, run: Run): void {
  ctx.sees([])
  const failure = run.failures.get(account.id)
  run.failures.delete(account.id)
  if (failure) throw new ScopeFailure(failure.status, failure.reason, failure.message)
}

function scanOff(scope: Scope, ctx: Context, run: Run): void {
  run.off.delete(scope.key)
  ctx.sees([])
  throw new ScopeFailure('not-enabled', 'region-not-enabled', 'The account has not opted into this region.')
}

/** Where and when a service is looked at. */
export function placeOf(
  { account, region }: Omit<Plan, 'service'>,
  ctx: Pick<Context, 'config' | 'now'>,
): Omit<Place, 'tagsOf'> {
  const now = ctx.now()
  const { partition, usageDays } = ctx.config
  return {
    account: account.id,
    accountName: account.name,
    partition,
    region,
    context: accountContext(account.name),
    now,
    since: new Date((Math.floor(now.getTime() / DAY) - usageDays) * DAY),
    catalogue: loadCatalogue(),
  }
}
