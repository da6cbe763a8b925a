import { scanCells } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { createArm } from './arm.ts'
import { subscriptionContext } from './discover.ts'
import type { Place } from './place.ts'
import type { Context, Plan, Run } from './run-state.ts'
import type { Subscription } from './subscriptions.ts'
import { providerOf, targetsOf } from './table.ts'

const DAY = 86_400_000
/** Cells of one scope side by side; the scopes are side by side as well. */
const WIDTH = 4

export async function* scan(scope: Scope, ctx: Context, run: Run): AsyncGenerator<Finding, void, undefined> {
  const plan = run.shared.take(scope.key)
  try {
    if (plan.service === 'subscription') scanSubscription(plan, ctx, run)
    else yield* scanService(scope, plan, ctx, run)
  } finally {
    run.shared.scanned()
  }
}

/** Whether the subscription lets us look at all; what is in it has scopes of its own. */
function scanSubscription({ subscription }: Plan, ctx: Context, run: Run): void {
  ctx.sees([])
  const failure = run.failures.get(subscription.id)
  run.failures.delete(subscription.id)
  if (failure) throw new ScopeFailure(failure.status, failure.reason, failure.message)
}

const scanService = (scope: Scope, { subscription, service, isOff }: Plan, ctx: Context, run: Run) =>
  scanCells(
    {
      scope: scope.key,
      types: targetsOf(service),
      place: placeOf(subscription, ctx),
      access: (type, notes) => {
        if (isOff) throw notRegistered(service)
        return createArm(run.connection, subscription.id, type, notes)
      },
      resume: run.shared.resume,
      width: WIDTH,
      now: run.shared.clock.now,
    },
    ctx,
  )

const notRegistered = (service: string): ScopeFailure =>
  new ScopeFailure(
    'not-enabled',
    'provider-not-registered',
    `The resource provider ${providerOf(service)} is not registered in this subscription.`,
  )

export function placeOf({ id, name }: Subscription, { config, now }: Pick<Context, 'config' | 'now'>): Place {
  const today = now()
  return {
    subscription: id,
    subscriptionName: name,
    context: subscriptionContext(name),
    now: today,
    since: new Date((Math.floor(today.getTime() / DAY) - config.usageDays) * DAY),
    jobPages: config.jobPages,
    cloud: config.cloud,
    catalogue: loadCatalogue(),
  }
}
