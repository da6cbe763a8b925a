import { ScopeFailure, UsageError } from '@ai-census/scanner-kit'
import type { Aws } from './aws.ts'
import { directly } from './direct.ts'
import { hasOwnEndpoint } from './own-endpoint.ts'
import type { Operation } from './permissions.ts'
import type { Context, Run } from './run-state.ts'

export interface Caller {
  readonly account: string
  readonly arn: string
}

export interface AccountEntry {
  readonly id: string
  readonly name: string
  /** `suspended`, `pending closure`: nothing can be read in it; null where it is open. */
  readonly closed: string | null
}

export const accountOperations: readonly Operation[] = [
  'sts:GetCallerIdentity',
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
]

const ask = (ctx: Context, run: Run, account: string): Aws =>
  directly(ctx, run, { id: account, name: account, identity: run.own }, accountOperations)

/** Who looks. Without this nothing can be read, and no scope can be named. */
export async function callerAccount(ctx: Context, run: Run): Promise<Caller> {
  try {
    const { Account, Arn } = await ask(ctx, run, 'caller').get('sts', 'GetCallerIdentity', {})
    if (!Account || !Arn)
      throw new ScopeFailure('failed', 'unexpected-answer', 'AWS does not say whose credentials these are.')
    return { account: Account, arn: Arn }
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    if (failure.status === 'denied') throw new ScopeFailure('denied', 'credentials', NO_CREDENTIALS)
    if (!hasOwnEndpoint('sts')) throw failure
    ctx.cover('partial', failure.reason, failure.message)
    return unnamedCaller(ctx, run)
  }
}

const NO_CREDENTIALS =
  'No usable credentials: set AWS_PROFILE, AWS_ACCESS_KEY_ID and its companions, or run where a role is given.'
/** What emulators call the account that they do not know. */
const NO_ACCOUNT = '000000000000'

/** An endpoint of one's own need not know STS: then the settings or the credentials (`AWS_ACCOUNT_ID`) name the account. */
async function unnamedCaller({ config }: Context, run: Run): Promise<Caller> {
  const only = config.accounts?.length === 1 ? config.accounts[0] : undefined
  const account = only ?? (await run.own.credentials()).accountId ?? NO_ACCOUNT
  return { account, arn: `account ${account}` }
}

/** The organisation's id names the source; without the permission the management account's does. */
export async function organisationId(ctx: Context, run: Run, caller: Caller): Promise<string | null> {
  try {
    const { Organization } = await ask(ctx, run, caller.account).get(
      'organizations',
      'DescribeOrganization',
      {},
    )
    return Organization?.Id ?? null
  } catch (failure) {
    if (!(failure instanceof ScopeFailure)) throw failure
    ctx.cover('partial', failure.reason, failure.message)
    return null
  }
}

/** The accounts to look at. A list that breaks off gives those before the break, and then the failure. */
export async function* listAccounts(ctx: Context, run: Run, caller: Caller): AsyncGenerator<AccountEntry> {
  const { organization, accounts } = ctx.config
  if (!organization) {
    for (const id of accounts ?? [caller.account]) yield { id, name: id, closed: null }
    return
  }
  const wanted = new Set(accounts)
  const seen = new Set<string>()
  const all = ask(ctx, run, caller.account).list('organizations', 'ListAccounts', 'Accounts')
  for await (const { Id, Name, Status, State } of all) {
    if (!Id || seen.has(Id) || (accounts && !wanted.has(Id))) continue
    seen.add(Id)
    const state = State ?? Status ?? 'ACTIVE'
    yield {
      id: Id,
      name: Name || Id,
      closed: state === 'ACTIVE' ? null : state.toLowerCase().replaceAll('_', ' '),
    }
  }
  const missing = [...wanted].filter((id) => !seen.has(id))
  if (missing.length > 0) throw new UsageError(`the organisation has no account ${missing.join(', ')}`)
}
