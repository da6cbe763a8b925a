/** A part of a source, from and to. */
export interface Span {
  readonly from: number
  readonly to: number
}

const farthest = 3000

/** `code` with the insides of its strings blanked, so that brackets in them count for nothing. */
export function withoutTexts(code: string, literals: readonly { start: number; end: number }[]): string {
  const out: string[] = []
  let kept = 0
  for (const { start, end } of literals) {
    out.push(code.slice(kept, start), ' '.repeat(Math.max(0, end - start)))
    kept = Math.max(kept, end)
  }
  out.push(code.slice(kept))
  return out.join('')
}

/** The expression that begins at `from`: with its arguments, and the calls that are chained to it. */
export function expressionAt(masked: string, from: number): Span {
  const end = Math.min(masked.length, from + farthest)
  let depth = 0
  for (let at = from; at < end; at += 1) {
    const char = masked[at]!
    if ('([{'.includes(char)) depth += 1
    else if (')]}'.includes(char)) {
      depth -= 1
      if (depth < 0) return { from, to: at }
    } else if (depth === 0 && (char === ';' || char === ',')) return { from, to: at }
    else if (depth === 0 && char === '\n' && !goesOn(masked, at)) return { from, to: at }
  }
  return { from, to: end }
}

/** The line before ends open, or the next one begins with a call on what stands there. */
const goesOn = (masked: string, at: number): boolean =>
  /[=(,.:&|>]\s*$/.test(masked.slice(Math.max(0, at - 40), at)) ||
  /^\s*(\.|\?\.|->|::|\|>)/.test(masked.slice(at, at + 200))

const control = /\b(if|for|foreach|while|switch|catch|match|when|else|try|do|unless|case)\b[^{};]*$/
const signature = /\)\s*(?:->[^{};]*|:[^{};]*|[\w.*<>[\],()&? ]*)$/

/** Bodies of functions, the outermost of each: by braces, or by `def` where a language has none. */
export function functionsOf(masked: string, braces: boolean): Span[] {
  if (!braces) {
    const starts = [...masked.matchAll(/^[ \t]*defp?\s/gm)].map(({ index }) => index)
    return starts.map((from, index) => ({ from, to: starts[index + 1] ?? masked.length }))
  }
  const found: Span[] = []
  const open: { at: number; body: boolean }[] = []
  let inside = false
  for (const match of masked.matchAll(/[{}]/g)) {
    if (match[0] === '{') {
      const before = masked.slice(Math.max(0, match.index - 200), match.index)
      const body: boolean = !inside && signature.test(before) && !control.test(before)
      open.push({ at: match.index, body })
      inside ||= body
      continue
    }
    const closed = open.pop()
    if (!closed?.body) continue
    inside = false
    found.push({ from: closed.at, to: match.index })
  }
  return found
}

export const holds = ({ from, to }: Span, at: number): boolean => from <= at && at < to
