import type { Clock } from '../rate-budget.ts'

/** A clock on which waiting takes no time; `waited` says how long it would have been. */
export function quickClock(): Clock & { waited(): number } {
  let now = 0
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms
    },
    waited: () => now,
  }
}
