const HOUR_MS = 3_600_000
/** How much longer than usual it may take before anybody need worry. */
const PATIENCE = 1.5
/** From so many gaps on, the longest may be a fault of its own and does not count. */
const ENOUGH = 5

export interface Rhythm {
  /** The longest that it usually goes without a scan, in hours. */
  usualHours: number
  /** When the next one is late, as an instant. */
  dueBy: string
}

/**
 * How often something comes, from when it came (instants, newest first). Null where fewer than three times say anything.
 * The longest gap counts and not the middle one: a pipeline that reports with each push rests at every weekend.
 */
export function rhythmOf(starts: readonly string[]): Rhythm | null {
  const [newest, ...before] = starts.map((start) => Date.parse(start))
  if (newest === undefined || before.length < 2) return null
  const gaps = before
    .map((start, i) => (i === 0 ? newest : (before[i - 1] ?? start)) - start)
    .sort((a, b) => b - a)
  const usual = gaps[gaps.length >= ENOUGH ? 1 : 0] ?? 0
  return {
    usualHours: Math.round((usual / HOUR_MS) * 10) / 10,
    dueBy: new Date(newest + usual * PATIENCE + HOUR_MS).toISOString(),
  }
}
