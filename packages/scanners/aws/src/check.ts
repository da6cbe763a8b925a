import {
  askAll,
  asScanContext,
  createAnswers,
  expected,
  operationsOf,
  permissionCheck,
  silentNotes,
} from '@ai-census/cloud-kit'
import type { CheckContext, PermissionCheck, ScopeFailure } from '@ai-census/scanner-kit'
import { callerAccount, organisationId } from './accounts.ts'
import { createAws } from './aws.ts'
import type { AwsConfig } from './config.ts'
import { nearRegion } from './partitions.ts'
import { type Operation, permissionOf } from './permissions.ts'
import { enabledRegions } from './regions.ts'
import type { Account, Context, Run } from './run-state.ts'
import { placeOf } from './scan.ts'
import { isWanted, targets } from './table.ts'
import { tagOperations } from './tag-reader.ts'

/**
 * Tries the permissions in the caller's own account and the region at hand: each row of the table to its first page.
 * What only a resource that is not there could show stays untried.
 */
export async function* check(
  ctx: CheckContext<AwsConfig>,
  run: Run,
): AsyncGenerator<PermissionCheck, void, undefined> {
  const context = asScanContext(ctx)
  const caller = await callerAccount(context, run)
  const account: Account = { id: caller.account, name: caller.account, identity: run.own }
  yield { permission: 'credentials', status: 'works', detail: caller.arn }
  yield* discoveryChecks(context, run, account, caller)
  const uses = operationsOf(targets)
  const region = ctx.config.regions?.[0] ?? nearRegion(ctx.config.partition)
  const answers = createAnswers<Operation>()
  const at = (where: string) => ({ ...placeOf({ account, region: where }, ctx), tagsOf: () => ({}) })
  const wanted = targets.filter(({ service }) => isWanted(service, ctx.config))
  await askAll(wanted, ctx, async (type) => {
    const place = at(type.where === 'global' ? 'global' : region)
    const aws = createAws(run.connections, account.identity, place, type, silentNotes, answers)
    await type.read(aws, place, silentNotes).next().catch(expected)
  })
  const tags = createAws(
    run.connections,
    account.identity,
    at(region),
    { id: 'tags', operations: tagOperations },
    silentNotes,
    answers,
  )
  await tags.more('resource-groups-tagging-api', 'GetResources', { ResourcesPerPage: 1 })
  for (const operation of [...uses.keys(), ...tagOperations] as Operation[])
    yield resultOf(operation, answers.of(operation), uses.get(operation) ?? ['tags'])
  run.connections.close()
}

async function* discoveryChecks(
  context: Context,
  run: Run,
  account: Account,
  caller: { account: string; arn: string },
): AsyncGenerator<PermissionCheck> {
  const failure = await enabledRegions(account, context, run).then(() => null, expected)
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

const resultOf = (
  operation: Operation,
  failure: ScopeFailure | null | undefined,
  uses: readonly string[],
): PermissionCheck =>
  permissionCheck(
    {
      permission: permissionOf(operation),
      uses,
      untried: 'nothing there to ask about in this region',
      remedy: ({ reason }) => `"${reason}"`,
    },
    failure,
  )
