import type { IgnoreSign } from './signs.ts'

const MARKER = 'ai-census-ignore'
const longest = 500

/** Only a comment counts: `#`, `//`, `/*`, `<!--`, `--`, `;`, `%` stands right before it. */
const inComment = /^(.*?)(?:#|\/\/|\/\*|\*|<!--|--|;|%)[\s#/*;%!-]*$/
const rest = /^(?![\w-])\s*:?\s*(.*?)\s*(?:\*\/|-->|#\}|%>)?\s*$/

/**
 * Comments that ask to ignore their own line or, where they stand alone, the next one. The reason is what follows
 * the colon; without one nothing is ignored, but that it was asked for is said.
 *
 * @param cell which cell of a notebook the text is
 */
export function ignoresOf(text: string, cell?: number): IgnoreSign[] {
  if (!text.includes(MARKER)) return []
  return text.split('\n').flatMap((line, index) => {
    const at = line.length > 10_000 ? -1 : line.indexOf(MARKER)
    const before = at < 0 ? null : inComment.exec(line.slice(0, at))
    const after = at < 0 ? null : rest.exec(line.slice(at + MARKER.length))
    if (!before || !after) return []
    const alone = (before[1] ?? '').trim() === ''
    const reason = (after[1] ?? '').slice(0, longest)
    return [{ line: index + 1, alone, ...(reason ? { reason } : {}), ...(cell ? { cell } : {}) }]
  })
}
