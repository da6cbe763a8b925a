import { setImmediate } from 'node:timers/promises'

const LONGEST_MS = 15

/**
 * For loops over many rows: `await breath()` now and then lets others of this process have their turn, and costs nothing
 * until a turn has lasted long enough to matter.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < LONGEST_MS) return undefined
    return setImmediate().then(() => {
      since = performance.now()
    })
  }
}
