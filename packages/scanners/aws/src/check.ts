import { type CellNotes, operationsOf } from '@ai-census/cloud-kit'
import { type CheckContext, type PermissionCheck, ScopeFailure } from '@ai-census/scanner-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { callerAccount, organisationId } from './accounts.ts'
import { createAws, type Probe } from './aws.ts'
import type { AwsConfig } from './config.ts'
import { nearRegion } from './partitions.ts'
import { type Operation, permissionOf } from './permissions.ts'
import type { Place } from './place.ts'
import { enabledRegions } from './regions.ts'
import type { Account, Context, Run } from './run-state.ts'
import { isWanted, targets } from './table.ts'
import { tagOperations } from './tag-reader.ts'

const silent: CellNotes = { page: () => undefined, resource: () => undefined, miss: () => undefined }
const DAY = 86_400_000

/**
 * Tries the permissions in the caller's own account and the region at hand: each row of the table to its first page.
 * What only a resource that is not there could show stays untried.
 */
export async function* check(
  ctx: CheckContext<AwsConfig>,
  run: Run,
): AsyncGenerator<PermissionCheck, void, undefined> {
  const context = asContext(ctx)
  const caller = await callerAccount(context, run)
  const account: Account = { id: caller.account, name: caller.account, identity: run.own }
  yield { permission: 'credentials', status: 'works', detail: caller.arn }
  yield* discoveryChecks(context, run, account, caller)
  const uses = operationsOf(targets)
  const region = ctx.config.regions?.[0] ?? nearRegion(ctx.config.partition)
  const answers = new Map<Operation, ScopeFailure | null>()
  const probe: Probe = {
    // One row that was let in is enough: others share the operation.
    answered: (operation, failure) => {
      if (!answers.has(operation) || failure === null) answers.set(operation, failure)
    },
  }
  for (const type of targets.filter(({ service }) => isWanted(service, ctx.config))) {
    const place = placeOf(ctx, account, type.where === 'global' ? 'global' : region)
    const aws = createAws(run.connections, account.identity, place, type, silent, probe)
    try {
      await type.read(aws, place, silent).next()
    } catch (failure) {
      if (!(failure instanceof ScopeFailure)) throw failure
    }
  }
  const tags = createAws(
    run.connections,
    account.identity,
    placeOf(ctx, account, region),
    { id: 'tags', operations: tagOperations },
    silent,
    probe,
  )
  await tags.more('resource-groups-tagging-api', 'GetResources', { ResourcesPerPage: 1 })
  for (const operation of [...uses.keys(), ...tagOperations] as Operation[])
    yield resultOf(operation, answers.get(operation), uses.get(operation) ?? ['tags'])
  run.connections.close()
}

async function* discoveryChecks(
  context: Context,
  run: Run,
  account: Account,
  caller: { account: string; arn: string },
): AsyncGenerator<PermissionCheck> {
  let failure: ScopeFailure | null = null
  try {
    await enabledRegions(account, context, run)
  } catch (error) {
    if (!(error instanceof ScopeFailure)) throw error
    failure = error
  }
  yield resultOf('ec2:DescribeRegions', failure, ['which regions there are'])
  if (!context.config.organization) return
  const missing: string[] = []
  await organisationId({ ...context, cover: (_, reason) => void missing.push(reason) }, run, caller)
  yield {
    permission: 'organizations:DescribeOrganization',
    status: missing.length > 0 ? 'missing' : 'works',
    detail: 'the organisation’s name in scopes',
    ...(missing.length > 0 ? { remedy: '"organizations:DescribeOrganization"' } : {}),
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
    return { permission, status: 'untried', detail: `${detail}: nothing there to ask about in this region` }
  if (failure === null) return { permission, status: 'works', detail }
  if (failure.status === 'denied')
    return { permission, status: 'missing', detail: failure.message, remedy: `"${failure.reason}"` }
  if (failure.status === 'unsupported' || failure.status === 'not-enabled')
    return { permission, status: 'unsupported', detail: failure.message }
  return { permission, status: 'unknown', detail: failure.message }
}

function placeOf(ctx: CheckContext<AwsConfig>, account: Account, region: string): Place {
  const now = ctx.now()
  return {
    account: account.id,
    accountName: account.name,
    partition: ctx.config.partition,
    region,
    context: null,
    now,
    since: new Date((Math.floor(now.getTime() / DAY) - ctx.config.usageDays) * DAY),
    catalogue: loadCatalogue(),
    tagsOf: () => ({}),
  }
}

/** Discovery's parts are asked as in a scan; a check has no scope that they could speak of. */
const asContext = (ctx: CheckContext<AwsConfig>): Context => ({
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
