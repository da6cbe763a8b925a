import type { Operation } from './permissions.ts'

export interface Rate {
  readonly perSecond: number
  readonly burst: number
  /** Counted with the other operations of its service. */
  readonly shared: boolean
}

/**
 * Where AWS documents a rate for one operation, a little below it; elsewhere AWS publishes none and ten a second with
 * what refusals say on top has room below all that were met.
 */
const RATES: Readonly<Partial<Record<Operation, Rate>>> = {
  // "Two requests a second, per account, per Region" (CloudTrail's API reference).
  'cloudtrail:LookupEvents': { perSecond: 2, burst: 2, shared: false },
  'cost-explorer:GetCostAndUsage': { perSecond: 1, burst: 2, shared: false },
  'iam:GenerateServiceLastAccessedDetails': { perSecond: 5, burst: 5, shared: false },
  'iam:GetServiceLastAccessedDetails': { perSecond: 5, burst: 5, shared: false },
  'resource-explorer-2:Search': { perSecond: 2, burst: 2, shared: false },
}
const USUAL: Rate = { perSecond: 10, burst: 20, shared: true }

export const rateOf = (operation: Operation): Rate => RATES[operation] ?? USUAL
