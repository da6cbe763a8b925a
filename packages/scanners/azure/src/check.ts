import { type CellNotes, operationsOf } from '@ai-census/cloud-kit'
import { type CheckContext, type PermissionCheck, ScopeFailure } from '@ai-census/scanner-kit'
import { createArm, type Probe } from './arm.ts'
import type { AzureConfig } from './config.ts'
import { FOUNDRY_ROLE, type Operation, permissionOf, restOf } from './operations.ts'
import type { Context, Run } from './run-state.ts'
import { placeOf } from './scan.ts'
import { listSubscriptions, type Subscription, unregisteredProviders } from './subscriptions.ts'
import { isWanted, targets } from './table.ts'

const silent: CellNotes = { page: () => undefined, resource: () => undefined, miss: () => undefined }

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
  const answers = new Map<Operation, ScopeFailure | null>()
  const probe: Probe = {
    // One row that was let in is enough: others share the operation.
    answered: (operation, failure) => {
      if (!answers.has(operation) || failure === null) answers.set(operation, failure)
    },
  }
  await quietly(async () => void (await unregisteredProviders(run, subscription.id, probe)))
  const place = placeOf(subscription, ctx)
  for (const type of targets.filter(({ service }) => isWanted(service, ctx.config))) {
    const arm = createArm(run.connection, subscription.id, type, silent, probe)
    await quietly(async () => void (await type.read(arm, place, silent).next()))
  }
  const uses = operationsOf(targets)
  yield resultOf('Providers:List', answers.get('Providers:List'), ['which resource providers are registered'])
  // The rows name nothing but operations of the table.
  for (const [operation, rows] of uses as Map<Operation, string[]>)
    yield resultOf(operation, answers.get(operation), rows)
}

async function firstSubscription(ctx: CheckContext<AzureConfig>, run: Run): Promise<Subscription> {
  for await (const subscription of listSubscriptions(asContext(ctx), run)) {
    const failure = run.failures.get(subscription.id)
    if (failure) throw failure
    return subscription
  }
  throw new ScopeFailure('denied', 'Microsoft.Resources/subscriptions/read', 'No subscription can be seen.')
}

/** What an operation came to the probe has seen; only a defect is worth more. */
async function quietly(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
  }
}

function resultOf(
  operation: Operation,
  failure: ScopeFailure | null | undefined,
  uses: readonly string[],
): PermissionCheck {
  const permission = permissionOf(operation)
  const detail = uses.join(', ')
  if (failure === undefined)
    return { permission, status: 'untried', detail: `${detail}: nothing there to ask about` }
  if (failure === null) return { permission, status: 'works', detail }
  if (failure.status === 'denied')
    return { permission, status: 'missing', detail: failure.message, remedy: remedyOf(operation, failure) }
  if (failure.status === 'unsupported' || failure.status === 'not-enabled')
    return { permission, status: 'unsupported', detail: failure.message }
  return { permission, status: 'unknown', detail: failure.message }
}

function remedyOf(operation: Operation, { reason }: ScopeFailure): string {
  const { isUnlisted, plane } = restOf(operation)
  if (plane)
    return `"${permissionOf(operation)}" among the data actions, or the built-in role ${FOUNDRY_ROLE}`
  return isUnlisted ? 'the built-in role Reader' : `"${reason}"`
}

/** Discovery's parts are asked as in a scan; a check has no scope that they could speak of. */
const asContext = (ctx: CheckContext<AzureConfig>): Context => ({
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
