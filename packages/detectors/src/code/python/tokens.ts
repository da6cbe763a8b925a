/** Python's tokens, as far as detection needs them. Linear in the text; never fails. */
export interface Token {
  readonly type: 'name' | 'number' | 'text' | 'operator' | 'newline' | 'indent' | 'dedent' | 'end'
  /** The characters; for `text` its content after escapes. */
  readonly value: string
  readonly line: number
  /** For an f-string: literal pieces and the source of what stands in braces, in order. */
  readonly pieces?: readonly { readonly text: string; readonly code: boolean; readonly line: number }[]
}

const nameStart = /[\p{L}_]/u
/** Begins a string, or the letters before one. */
const mayBeText = /["'rRbBuUfFtT]/
const word = /[\p{L}\p{N}_]+/uy
const number = /[0-9][0-9a-zA-Z_.]*/y
const blank = /[ \t\f\r]*/y
const operators3 = new Set(['**=', '//=', '>>=', '<<=', '...'])
const operators2 = new Set([
  '->',
  ':=',
  '==',
  '!=',
  '<=',
  '>=',
  '**',
  '//',
  '+=',
  '-=',
  '*=',
  '/=',
  '|=',
  '&=',
  '^=',
  '%=',
  '@=',
  '<<',
  '>>',
])

export function tokenise(source: string, firstLine = 1): Token[] {
  const tokens: Token[] = []
  const indents = [0]
  let at = 0
  let line = firstLine
  let depth = 0
  let lineStart = true

  const push = (type: Token['type'], value: string, onLine = line, pieces?: Token['pieces']) =>
    tokens.push(pieces ? { type, value, line: onLine, pieces } : { type, value, line: onLine })

  while (at < source.length) {
    if (lineStart && depth === 0) {
      blank.lastIndex = at
      const space = blank.exec(source)?.[0] ?? ''
      at += space.length
      const next = source[at]
      if (next === undefined) break
      if (next !== '\n' && next !== '#') {
        const width = columns(space)
        if (width > (indents.at(-1) ?? 0)) {
          indents.push(width)
          push('indent', '')
        }
        while (width < (indents.at(-1) ?? 0)) {
          indents.pop()
          push('dedent', '')
        }
      }
      lineStart = false
    }
    const char = source[at] ?? ''
    if (char === '\n') {
      if (depth === 0 && tokens.length > 0 && tokens.at(-1)?.type !== 'newline') push('newline', '\n')
      at += 1
      line += 1
      lineStart = depth === 0
    } else if (char === ' ' || char === '\t' || char === '\r' || char === '\f') at += 1
    else if (char === '\\' && /[\r\n]/.test(source[at + 1] ?? '')) {
      at += source.startsWith('\r\n', at + 1) ? 3 : 2
      line += 1
    } else if (char === '#') {
      const end = source.indexOf('\n', at)
      at = end < 0 ? source.length : end
    } else {
      const string = mayBeText.test(char) ? stringAt(source, at, line) : null
      if (string) {
        push('text', string.text, line, string.pieces)
        line += string.lines
        at = string.end
      } else if (nameStart.test(char)) {
        word.lastIndex = at
        const value = word.exec(source)?.[0] ?? char
        push('name', value)
        at += value.length
      } else if (char >= '0' && char <= '9') {
        number.lastIndex = at
        const value = number.exec(source)?.[0] ?? char
        push('number', value)
        at += value.length
      } else {
        const three = source.slice(at, at + 3)
        const two = three.slice(0, 2)
        const value = operators3.has(three) ? three : operators2.has(two) ? two : char
        if (value === '(' || value === '[' || value === '{') depth += 1
        else if ((value === ')' || value === ']' || value === '}') && depth > 0) depth -= 1
        push('operator', value)
        at += value.length
      }
    }
  }
  push('newline', '\n')
  for (let open = indents.length; open > 1; open -= 1) push('dedent', '')
  push('end', '')
  return tokens
}

const columns = (space: string): number => {
  let width = 0
  for (const char of space) width = char === '\t' ? (width | 7) + 1 : char === ' ' ? width + 1 : width
  return width
}

interface Text {
  readonly text: string
  readonly end: number
  readonly lines: number
  readonly pieces?: Token['pieces']
}

const prefix = /(?:[rbuft]|[rbft]{2})?(?='|")/iy

function stringAt(source: string, at: number, line: number): Text | null {
  prefix.lastIndex = at
  const lead = prefix.exec(source)?.[0]
  if (lead === undefined) return null
  const flags = lead.toLowerCase()
  const quoteAt = at + lead.length
  const quote = source[quoteAt] ?? ''
  const triple = source.startsWith(quote.repeat(3), quoteAt)
  const close = triple ? quote.repeat(3) : quote
  const start = quoteAt + close.length
  let end = start
  let lines = 0
  for (;;) {
    const char = source[end]
    if (char === undefined) break
    if (char === '\\') {
      if (source[end + 1] === '\n') lines += 1
      end += 2
      continue
    }
    if (char === '\n') {
      // An unclosed string ends with its line, as the rest of the file would else be taken for text.
      if (!triple) break
      lines += 1
    }
    if (char === quote && source.startsWith(close, end)) break
    end += 1
  }
  const raw = source.slice(start, Math.min(end, source.length))
  const closed = source.startsWith(close, end)
  const text = flags.includes('r') ? raw : unescaped(raw)
  const after = Math.min(closed ? end + close.length : end, source.length)
  if (!/[ft]/.test(flags)) return { text, end: after, lines }
  return { text, end: after, lines, pieces: piecesOf(raw, line) }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }
const unescaped = (raw: string): string =>
  raw.includes('\\') ? raw.replace(/\\([\s\S])/g, (_, char: string) => escapes[char] ?? char) : raw

/** Splits an f-string's inside: `{{` is a brace, `{code!r:format}` is code. */
function piecesOf(raw: string, line: number): { text: string; code: boolean; line: number }[] {
  const pieces: { text: string; code: boolean; line: number }[] = []
  let text = ''
  let at = 0
  let onLine = line
  while (at < raw.length) {
    const char = raw[at] ?? ''
    if (char === '\n') onLine += 1
    if ((char === '{' || char === '}') && raw[at + 1] === char) {
      text += char
      at += 2
      continue
    }
    if (char !== '{') {
      text += char
      at += 1
      continue
    }
    if (text) pieces.push({ text, code: false, line: onLine })
    text = ''
    let depth = 1
    let end = at + 1
    let codeEnd = -1
    while (end < raw.length && depth > 0) {
      const inner = raw[end] ?? ''
      if (inner === '{' || inner === '[' || inner === '(') depth += 1
      else if (inner === '}' || inner === ']' || inner === ')') depth -= 1
      else if (depth === 1 && codeEnd < 0 && (inner === ':' || (inner === '!' && raw[end + 1] !== '=')))
        codeEnd = end
      end += 1
    }
    pieces.push({ text: raw.slice(at + 1, codeEnd < 0 ? end - 1 : codeEnd), code: true, line: onLine })
    at = end
  }
  if (text) pieces.push({ text, code: false, line: onLine })
  return pieces
}
