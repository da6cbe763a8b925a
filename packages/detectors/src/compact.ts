import type { FileSigns } from './signs.ts'

/** Leaves out what is empty. */
export function compact(signs: FileSigns): FileSigns {
  const kept = Object.entries(signs).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
  )
  return Object.fromEntries(kept)
}
