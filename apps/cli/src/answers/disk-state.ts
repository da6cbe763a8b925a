import { lstatSync } from 'node:fs'

/** What the disk tells of places without a look into them, a few numbers for each, in their order. */
export type DiskState = readonly number[]

const ABSENT = [0, 0, 0, 0, 0, 0]

/**
 * Equal as long as nothing there was written, renamed, replaced or given other permissions; what a folder holds counts as
 * its content. The time of the last change cannot be set back, other than that of the last writing.
 */
export function diskState(places: readonly string[]): number[] {
  const state: number[] = []
  for (const place of places) state.push(...stateOf(place))
  return state
}

/** The same, without looking further than the first difference. */
export function isAsBefore(places: readonly string[], before: DiskState): boolean {
  return places.every((place, at) => stateOf(place).every((value, i) => value === before[6 * at + i]))
}

/** The latest change of any of these places. */
export function latestChange(state: DiskState): number {
  let latest = 0
  for (let at = 0; at < state.length; at += 6)
    latest = Math.max(latest, state[at + 2] ?? 0, state[at + 3] ?? 0)
  return latest
}

function stateOf(place: string): readonly number[] {
  const stat = lstatSync(place, { throwIfNoEntry: false })
  return stat ? [stat.mode, stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino, stat.dev] : ABSENT
}
