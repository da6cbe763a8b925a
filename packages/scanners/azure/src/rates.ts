import type { Rate } from '@ai-census/cloud-kit'
import { apiOf, type Operation } from './operations.ts'

/**
 * A little below what Azure documents: Resource Manager refills 25 reads a second and subscription up to 250, Monitor lets
 * 12,000 metric queries an hour through, Cost Management counts in queries a minute.
 */
const RATES: Readonly<Record<string, Rate>> = {
  Monitor: { perSecond: 3, burst: 20 },
  CostManagement: { perSecond: 0.2, burst: 2 },
  // 15 queries in 5 seconds, of all subscriptions together.
  ResourceGraph: { perSecond: 2.5, burst: 10 },
  Foundry: { perSecond: 10, burst: 20 },
}
const OF_ALL = new Set(['ResourceGraph'])
const USUAL: Rate = { perSecond: 20, burst: 100 }

/** By what Azure counts: a service with a rate of its own, or Resource Manager as a whole. */
export const rateOf = (
  operation: Operation,
  subscription: string,
): { readonly key: string; readonly rate: Rate } => {
  const api = apiOf(operation)
  const rate = RATES[api]
  if (!rate) return { key: `${subscription} ResourceManager`, rate: USUAL }
  return { key: OF_ALL.has(api) ? api : `${subscription} ${api}`, rate }
}
