import { ScopeFailure, UsageError } from '@ai-census/scanner-kit'
import { directly } from './direct.ts'
import type { Operation } from './permissions.ts'
import type { Account, Context, Run } from './run-state.ts'

export interface Region {
  readonly name: string
  readonly isEnabled: boolean
}

export const regionOperations: readonly Operation[] = ['ec2:DescribeRegions']

/** All regions of the partition as the account has them; those that it has not opted into are off. */
export async function enabledRegions(account: Account, ctx: Context, run: Run): Promise<Region[]> {
  const ec2 = directly(ctx, run, account, regionOperations)
  const { Regions = [] } = await ec2.get('ec2', 'DescribeRegions', { AllRegions: true })
  if (Regions.length === 0)
    throw new ScopeFailure('failed', 'unexpected-answer', 'AWS names no region at all.')
  const names = Regions.flatMap(({ RegionName }) => (RegionName ? [RegionName] : []))
  const wanted = ctx.config.regions ?? names
  const unknown = wanted.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new UsageError(`AWS has no region ${unknown.join(', ')} in this partition`)
  return Regions.flatMap(({ RegionName, OptInStatus }) =>
    RegionName && wanted.includes(RegionName)
      ? [{ name: RegionName, isEnabled: OptInStatus !== 'not-opted-in' }]
      : [],
  ).sort((a, b) => (a.name < b.name ? -1 : 1))
}
