/** So many broken statements of a file are left out; with more it is none of the language. */
const most = 12

interface Parsed {
  readonly errors: readonly { readonly labels?: readonly { readonly start: number }[] | null }[]
}

/** A statement of the file itself begins where a line does: not indented, and no end of another one. */
const beginning = /^(?=[A-Za-z_$@"'`/])/gm

/**
 * Parses a text again without the statements of the file itself that are broken, so that one does not hide the others. Each is blanked
 * from its own beginning to the next one's; all positions stay.
 */
export function parseMended<T extends Parsed>(
  source: string,
  parse: (text: string) => T,
  isEmpty: (parsed: T) => boolean,
): T | null {
  const starts = [...source.matchAll(beginning)].map(({ index }) => index)
  let text = source
  let parsed = parse(text)
  for (let tries = 0; tries < most && isEmpty(parsed); tries += 1) {
    const at = parsed.errors[0]?.labels?.[0]?.start
    if (at === undefined) return null
    const from = starts.findLast((start) => start <= at) ?? 0
    const to = starts.find((start) => start > at) ?? text.length
    const blanked = text.slice(from, to).replaceAll(/[^\n]/g, ' ')
    if (blanked === text.slice(from, to)) return null
    text = text.slice(0, from) + blanked + text.slice(to)
    parsed = parse(text)
  }
  return isEmpty(parsed) ? null : parsed
}
