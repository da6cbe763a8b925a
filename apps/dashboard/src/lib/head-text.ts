/** The head that an auditor noted, in any of the forms in which it is noted. */

const short = /^\d{1,9}:[0-9a-f]{64}$/

/**
 * `900:5f2c…` of a head's file or of the text itself; undefined for what is neither. The file is `ai-census-head-1`, with
 * `sequence` and `hash`.
 */
export function headOf(text: string): string | undefined {
  const given = text.trim()
  if (short.test(given)) return given
  let file: unknown
  try {
    file = JSON.parse(given)
  } catch {
    return undefined
  }
  if (!file || typeof file !== 'object') return undefined
  const { sequence, hash } = file as { sequence?: unknown; hash?: unknown } // a stranger's file; both are checked below
  const joined = `${sequence}:${hash}`
  return short.test(joined) ? joined : undefined
}
