import { contextOf } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import { type AccountEntry, callerAccount, listAccounts, organisationId } from './accounts.ts'
import { identityFor } from './identities.ts'
import { nearRegion } from './partitions.ts'
import { permissionOf } from './permissions.ts'
import { enabledRegions, type Region, regionOperations } from './regions.ts'
import type { Account, Context, Run } from './run-state.ts'
import { globalServices, isWanted, regionalServices } from './table.ts'

/**
 * Each account: its access, then its services, once for what is global and once a region. An account that cannot be
 * read has one scope that says so, and does not keep the others from being read.
 */
export async function* discover(ctx: Context, run: Run): AsyncGenerator<Scope, void, undefined> {
  const caller = await callerAccount(ctx, run)
  run.openResume(caller.arn)
  const organisation = ctx.config.organization ? await organisationId(ctx, run, caller) : null
  const source = `aws:${organisation ?? caller.account}`
  for await (const entry of listAccounts(ctx, run, caller))
    yield* accountScopes(entry, caller.account, source, ctx, run)
  run.isDiscovered = true
  run.settle()
}

async function* accountScopes(
  entry: AccountEntry,
  caller: string,
  source: string,
  ctx: Context,
  run: Run,
): AsyncGenerator<Scope> {
  const account: Account = { ...entry, identity: identityFor(entry.id, caller, ctx, run) }
  const about = { source, claims: claimsOf(entry) }
  const scopeOf = (region: string, service: string): Scope => {
    const key = `aws:${entry.id}/${region}/${service}`
    run.plans.set(key, { account, region, service })
    run.open++
    return {
      key,
      title: `${entry.name === entry.id ? entry.id : `${entry.name} (${entry.id})`}: ${service} in ${region}`,
      ...about,
    }
  }
  if (entry.closed)
    return void ctx.cover('partial', 'closed-account', `${entry.name} (${entry.id}) is ${entry.closed}.`)
  let regions: readonly Region[]
  try {
    regions = await enabledRegions(account, ctx, run)
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    run.failures.set(entry.id, failure)
    const asked = regionsWithoutAsking(failure, ctx)
    if (!asked) return yield scopeOf('global', 'account')
    regions = asked
  }
  yield scopeOf('global', 'account')
  const wanted = (service: string) =>
    isWanted(service, ctx.config) && (!ctx.config.services || ctx.config.services.includes(service))
  for (const service of globalServices.filter(wanted))
    if (service !== ORGANISATION || entry.id === caller) yield scopeOf('global', service)
  for (const { name, isEnabled } of regions) {
    if (!isEnabled) {
      run.off.add(`aws:${entry.id}/${name}/region`)
      yield scopeOf(name, 'region')
      continue
    }
    for (const service of regionalServices.filter(wanted)) yield scopeOf(name, service)
  }
}

/** What only the management account can tell, and the one that scans an organisation most often is. */
const ORGANISATION = 'organizations'

/** Who may not ask for the regions may look at those that are named, or at the one at hand; the account's scope says so. */
function regionsWithoutAsking({ reason }: ScopeFailure, { config }: Context): Region[] | null {
  if (!regionOperations.some((operation) => permissionOf(operation) === reason)) return null
  const names = config.regions ?? [nearRegion(config.partition)]
  return names.map((name) => ({ name, isEnabled: true }))
}

const claimsOf = ({ id, name }: AccountEntry): NonNullable<Scope['claims']> => [
  { field: 'name', value: (name || id).slice(0, 200), source: 'container' },
]

export const accountContext = (name: string) => contextOf([name])
