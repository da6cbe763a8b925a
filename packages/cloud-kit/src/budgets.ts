import { type Clock, createRateBudget, type RateBudget, systemClock } from '@ai-census/scanner-kit'

/** Requests a second that one service grants one account, and how many may go out at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst?: number
}

/** A rate budget for each thing that the provider counts by, such as account, region and service. */
export type Budgets = (key: string, rate: Rate) => RateBudget

/** How many are kept; the one that was used longest ago makes room. Two hundred accounts have more than that. */
const MOST = 4096

export function createBudgets(clock: Clock = systemClock): Budgets {
  const budgets = new Map<string, RateBudget>()
  return (key, { perSecond, burst }) => {
    const budget = budgets.get(key) ?? createRateBudget({ perSecond, clock, ...(burst ? { burst } : {}) })
    budgets.delete(key)
    budgets.set(key, budget)
    if (budgets.size > MOST) budgets.delete(budgets.keys().next().value ?? key)
    return budget
  }
}
