import { contextOf } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope, Context as Use } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import type { Context, Run } from './run-state.ts'
import { listSubscriptions, type Subscription, unregisteredProviders } from './subscriptions.ts'
import { isWanted, providerOf, services } from './table.ts'

/** These answer whether or not their provider is registered. */
const ALWAYS_ON = new Set(['microsoft.insights', 'microsoft.costmanagement', 'microsoft.resourcegraph'])

/**
 * Each subscription: whether it lets us look, then its services. One that cannot be read has a scope that says so, and does
 * not keep the others from being read.
 */
export async function* discover(ctx: Context, run: Run): AsyncGenerator<Scope, void, undefined> {
  let isFirst = true
  for await (const subscription of listSubscriptions(ctx, run)) {
    if (isFirst)
      run.shared.openResume({
        config: ctx.config,
        identity: subscription.tenant ?? subscription.id,
        version: run.version,
        catalogue: loadCatalogue().hash,
        now: ctx.now(),
      })
    isFirst = false
    yield* subscriptionScopes(subscription, ctx, run)
  }
  run.shared.discovered()
}

async function* subscriptionScopes(
  subscription: Subscription,
  ctx: Context,
  run: Run,
): AsyncGenerator<Scope, void, undefined> {
  const { id, name, state, tenant } = subscription
  if (state && /^deleted$/i.test(state))
    return void ctx.cover('partial', 'deleted-subscription', `${name} (${id}) is deleted.`)
  const off = await providersOff(id, run)
  const title = name === id ? id : `${name} (${id})`
  const scopeOf = (service: string): Scope => {
    const key = `azure:${id}/${service}`
    run.shared.plan(key, {
      subscription,
      service,
      isOff: off.has(providerOf(service)) && !ALWAYS_ON.has(service),
    })
    return {
      key,
      title: `${title}: ${service}`,
      source: `azure:${(ctx.config.managementGroup ?? tenant ?? id).toLowerCase()}`,
      claims: [{ field: 'name', value: name.slice(0, 200), source: 'container' }],
    }
  }
  yield scopeOf('subscription')
  for (const service of services) if (isWanted(service, ctx.config)) yield scopeOf(service)
}

/** Who may not ask is let find out list by list; the subscription's own scope says what was missing. */
async function providersOff(id: string, run: Run): Promise<Set<string>> {
  try {
    return await unregisteredProviders(run, id)
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    if (!run.failures.has(id)) run.failures.set(id, failure)
    return new Set()
  }
}

export const subscriptionContext = (name: string): Use | null => contextOf([name])
