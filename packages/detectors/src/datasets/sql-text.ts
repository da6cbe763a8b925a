/** A text within a line, a comment to the end of its line, the beginning of a longer one. */
const pieces = /'[^'\n]*'|--[^\n]*|\/\*/g

/** SQL whose comments are blank; they keep their length and their lines, so that positions stay true. */
export function withoutComments(text: string): string {
  const kept: string[] = []
  let from = 0
  pieces.lastIndex = 0
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [piece] = match
    if (piece.startsWith("'")) continue
    // One that nothing ends is none: `/*` stands in patterns of paths too.
    const close = piece === '/*' ? text.indexOf('*/', match.index + 2) : -1
    if (piece === '/*' && close < 0) break
    const end = piece === '/*' ? close + 2 : match.index + piece.length
    kept.push(text.slice(from, match.index), text.slice(match.index, end).replace(/[^\n]/g, ' '))
    from = end
    pieces.lastIndex = end
  }
  return kept.join('') + text.slice(from)
}
