import type { FileSigns } from '@ai-census/detectors'

/**
 * What a file showed, as JSON. So it waits for the conclusion, goes from thread to thread and lies in the cache:
 * it takes a fraction of the objects' memory, and holds on to nothing of the file's text, as parts of it would.
 */
export type StoredSigns = string

/** Null: the file shows nothing. */
export const storeSigns = (signs: FileSigns): StoredSigns | null =>
  Object.keys(signs).length > 0 ? JSON.stringify(signs) : null

// Only ever given what `storeSigns` made, in this process or for the cache.
export const readSigns = (stored: StoredSigns): FileSigns => JSON.parse(stored) as FileSigns
