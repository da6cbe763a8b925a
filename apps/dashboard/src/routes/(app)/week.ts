const WEEK_MS = 7 * 24 * 60 * 60_000
const STEP_MS = 60 * 60_000

/**
 * Seven days ago, to the hour: rounded, so that the same question has the same address for a while and is answered from
 * what is there. Rounded down: what is counted as new this week is in the list that the number leads to.
 */
export const weekAgo = (now: number): string =>
  new Date(Math.floor((now - WEEK_MS) / STEP_MS) * STEP_MS).toISOString()
