import { contextOf } from '@ai-census/cloud-kit'
import { createParts, ScopeFailure, UsageError } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { type AccountEntry, callerAccount, listAccounts, organisationId } from './accounts.ts'
import { identityFor } from './identities.ts'
import { hasOwnEndpoint } from './own-endpoint.ts'
import { nearRegion } from './partitions.ts'
import { permissionOf } from './permissions.ts'
import { enabledRegions, type Region, regionOperations } from './regions.ts'
import type { Account, Context, Run } from './run-state.ts'
import { globalServices, isWanted, regionalServices } from './table.ts'

/**
 * Each account: its access, then its services, once for what is global and once a region. An account that cannot be
 * read has one scope that says so, and does not keep the others from being read. A list of accounts that breaks off gives
 * those before the break, and then the failure.
 */
export async function* discover(ctx: Context, run: Run): AsyncGenerator<Scope, void, undefined> {
  refuseUnknownServices(ctx)
  const caller = await callerAccount(ctx, run)
  const { config, now } = ctx
  const catalogue = loadCatalogue().hash
  run.shared.openResume({ config, identity: caller.arn, version: run.version, catalogue, now: now() })
  const organisation = ctx.config.organization ? await organisationId(ctx, run, caller) : null
  const source = `aws:${organisation ?? caller.account}`
  const parts = createParts()
  const entries = await parts.all('organizations:ListAccounts', listAccounts(ctx, run, caller))
  let scopes = 0
  for (const [done, entry] of entries.entries()) {
    for await (const scope of accountScopes({ entry, caller: caller.account, source }, ctx, run)) {
      scopes++
      yield scope
    }
    // Of accounts that were not looked into yet as many are expected as of those before.
    run.shared.expect(Math.round((scopes / (done + 1)) * entries.length), ctx)
  }
  const [broken] = parts.failures
  if (broken) throw broken.failure
  run.shared.discovered()
}

function refuseUnknownServices({ config }: Context): void {
  const known = [...globalServices, ...regionalServices]
  const unknown = (config.services ?? []).filter((service) => !known.includes(service))
  if (unknown.length > 0)
    throw new UsageError(`the table has no service ${unknown.join(', ')}; it has ${known.sort().join(', ')}`)
}

interface Entry {
  readonly entry: AccountEntry
  readonly caller: string
  readonly source: string
}

async function* accountScopes(
  { entry, caller, source }: Entry,
  ctx: Context,
  run: Run,
): AsyncGenerator<Scope> {
  const account: Account = { ...entry, identity: identityFor(entry.id, caller, ctx, run) }
  const name = entry.name === entry.id ? entry.id : `${entry.name} (${entry.id})`
  const scopeOf = (region: string, service: string): Scope => {
    const key = `aws:${entry.id}/${region}/${service}`
    run.shared.plan(key, { account, region, service })
    return { key, title: `${name}: ${service} in ${region}`, source, claims: claimsOf(entry) }
  }
  const regions = await regionsOf(entry, account, ctx, run)
  yield scopeOf('global', 'account')
  if (regions.length === 0) return
  const wanted = (service: string) =>
    isWanted(service, ctx.config) && (!ctx.config.services || ctx.config.services.includes(service))
  for (const service of globalServices.filter(wanted))
    if (service !== ORGANISATION || entry.id === caller) yield scopeOf('global', service)
  for (const region of regions) {
    if (region.isEnabled) {
      for (const service of regionalServices.filter(wanted)) yield scopeOf(region.name, service)
      continue
    }
    run.off.add(`aws:${entry.id}/${region.name}/region`)
    yield scopeOf(region.name, 'region')
  }
}

/** None where the account cannot be read; why, its own scope says. */
async function regionsOf(
  entry: AccountEntry,
  account: Account,
  ctx: Context,
  run: Run,
): Promise<readonly Region[]> {
  if (entry.closed) {
    run.failures.set(
      entry.id,
      new ScopeFailure('not-enabled', 'closed-account', `The account is ${entry.closed}.`),
    )
    return []
  }
  try {
    return await enabledRegions(account, ctx, run)
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    run.failures.set(entry.id, failure)
    return regionsWithoutAsking(failure, ctx) ?? []
  }
}

/** What only the management account can tell, and the one that scans an organisation most often is. */
const ORGANISATION = 'organizations'

/**
 * Who may not ask for the regions, or asks an endpoint that does not know them, may look at those that are named, or at the one
 * at hand; the account's scope says so. An account that lets nobody in, or a network that is down, has nothing to look at.
 */
function regionsWithoutAsking({ status, reason }: ScopeFailure, { config }: Context): Region[] | null {
  const isRefused = regionOperations.some((operation) => permissionOf(operation) === reason)
  // Who answers from an endpoint of one's own may know some operations only, and answer anything to others.
  const isUnknown = status !== 'denied' && (hasOwnEndpoint('ec2') || !NO_CONNECTION.has(reason))
  if (!isRefused && !isUnknown) return null
  const names = config.regions ?? [nearRegion(config.partition)]
  return names.map((name) => ({ name, isEnabled: true }))
}
const NO_CONNECTION: ReadonlySet<string> = new Set(['unavailable', 'no-network', 'rate-limit'])

const claimsOf = ({ id, name }: AccountEntry): NonNullable<Scope['claims']> => [
  { field: 'name', value: (name || id).slice(0, 200), source: 'container' },
]

export const accountContext = (name: string) => contextOf([name])
