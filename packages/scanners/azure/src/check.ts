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
import { createArm } from './arm.ts'
import type { AzureConfig } from './config.ts'
import { FOUNDRY_ROLE, type Operation, permissionOf, restOf } from './operations.ts'
import type { Run } from './run-state.ts'
import { placeOf } from './scan.ts'
import { listSubscriptions, type Subscription, unregisteredProviders } from './subscriptions.ts'
import { isWanted, targets } from './table.ts'

/**
 * Tries the permissions in the first subscription at hand: each row of the table to its first page. What only a resource
 * that is not there could show stays untried.
 */
export async function* check(
  ctx: CheckContext<AzureConfig>,
  run: Run,
): AsyncGenerator<PermissionCheck, void, undefined> {
  const subscription = await firstSubscription(ctx, run)
  yield { permission: 'credentials', status: 'works', detail: `${subscription.name} (${subscription.id})` }
  const answers = createAnswers<Operation>()
  await unregisteredProviders(run, subscription.id, answers).catch(expected)
  const place = placeOf(subscription, ctx)
  const wanted = targets.filter(({ service }) => isWanted(service, ctx.config))
  await askAll(wanted, ctx, async (type) => {
    const arm = createArm(run.connection, subscription.id, type, silentNotes, answers)
    await type.read(arm, place, silentNotes).next().catch(expected)
  })
  const line = (operation: Operation, uses: readonly string[]) =>
    permissionCheck(
      {
        permission: permissionOf(operation),
        uses,
        untried: 'nothing there to ask about',
        remedy: (failure) => remedyOf(operation, failure),
      },
      answers.of(operation),
    )
  yield line('Providers:List', ['which resource providers are registered'])
  // The rows name nothing but operations of the table.
  for (const [operation, rows] of operationsOf(targets) as Map<Operation, string[]>)
    yield line(operation, rows)
}

async function firstSubscription(ctx: CheckContext<AzureConfig>, run: Run): Promise<Subscription> {
  for await (const subscription of listSubscriptions(asScanContext(ctx), run)) {
    const failure = run.failures.get(subscription.id)
    if (failure) throw failure
    return subscription
  }
  throw new ScopeFailure('denied', 'Microsoft.Resources/subscriptions/read', 'No subscription can be seen.')
}

function remedyOf(operation: Operation, { reason }: ScopeFailure): string {
  const { isUnlisted, plane } = restOf(operation)
  if (plane)
    return `"${permissionOf(operation)}" among the data actions, or the built-in role ${FOUNDRY_ROLE}`
  return isUnlisted ? 'the built-in role Reader' : `"${reason}"`
}
