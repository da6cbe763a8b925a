import { ScopeFailure } from '@ai-census/scanner-kit'
import { assumedIdentity, type Identity } from './connections.ts'
import { directly } from './direct.ts'
import type { Operation } from './permissions.ts'
import type { Context, Run } from './run-state.ts'
import type { Credentials } from './services.ts'

export const assumeOperations: readonly Operation[] = ['sts:AssumeRole']
const SESSION = 'ai-census'
const ONE_HOUR = 3600

/** The caller's own account is read as the caller; every other one by its role. */
export function identityFor(account: string, caller: string, ctx: Context, run: Run): Identity {
  if (account === caller) return run.own
  return assumedIdentity(account, () => assume(account, caller, ctx, run), Date.now)
}

async function assume(account: string, caller: string, ctx: Context, run: Run): Promise<Credentials> {
  const { partition, roleName, externalId } = ctx.config
  const sts = directly(ctx, run, { id: caller, name: caller, identity: run.own }, assumeOperations)
  const role = `arn:${partition}:iam::${account}:role/${roleName}`
  const { Credentials: given } = await sts.get('sts', 'AssumeRole', {
    RoleArn: role,
    RoleSessionName: SESSION,
    DurationSeconds: ONE_HOUR,
    ...(externalId ? { ExternalId: externalId } : {}),
  })
  if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken)
    throw new ScopeFailure('failed', 'unexpected-answer', `AWS gave no credentials for ${role}.`)
  return {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    sessionToken: given.SessionToken,
    ...(given.Expiration ? { expiration: given.Expiration } : {}),
  }
}
