/** Reasons that people give again and again, and what they add in their own words. */
export interface Reason {
  value: string
  label: string
}

/** The choice of those whose reason is none of the usual ones. */
export const OTHER_REASON = 'other'

const choice = (text: string): Reason => ({ value: text, label: text })
const other: Reason = { value: OTHER_REASON, label: 'Another reason' }

export const dismissReasons: readonly Reason[] = [
  choice('Tests or examples only; nothing runs'),
  choice('Abandoned; nobody uses it'),
  choice('Not AI: found by mistake'),
  choice('Personal trial without company data'),
  other,
]

export const apartReasons: readonly Reason[] = [
  choice('Different purposes, though they share code'),
  choice('Different teams run them'),
  choice('The name alone is alike'),
  other,
]

/** The reason for the record; undefined where it says too little. */
export function reasonOf(chosen: string | undefined, words: string): string | undefined {
  const said = words.trim()
  if (chosen === undefined || chosen === OTHER_REASON) return said.length < 3 ? undefined : said
  return said ? `${chosen}. ${said}` : chosen
}
