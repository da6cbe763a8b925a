import { disk } from '../disk.ts'

/** What the disk tells of places without a look into them, a few numbers for each, in their order. */
export type DiskState = readonly number[]

/** Numbers that are kept of a place. */
const WIDTH = 6
const ABSENT: readonly number[] = Array(WIDTH).fill(0)

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
  return places.every((place, at) => isSame(stateOf(place), before, WIDTH * at))
}

function isSame(state: readonly number[], before: DiskState, from: number): boolean {
  for (let i = 0; i < WIDTH; i++) if (state[i] !== before[from + i]) return false
  return true
}

/** The latest change of any of these places. */
export function latestChange(state: DiskState): number {
  let latest = 0
  for (let at = 0; at < state.length; at += WIDTH)
    latest = Math.max(latest, state[at + 2] ?? 0, state[at + 3] ?? 0)
  return latest
}

const options = { throwIfNoEntry: false } as const

function stateOf(place: string): readonly number[] {
  const stat = disk.lstatSync(place, options)
  return stat ? [stat.mode, stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino, stat.dev] : ABSENT
}
