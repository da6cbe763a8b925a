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
const word = /[\p{L}\p{N}_]+/uy
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

const LETTER = 1
const DIGIT = 2
const BLANK = 4
/** Letters before a quote. */
const PREFIX = 8
/** Second in an operator of two or three characters. */
const SECOND = 16
/** What each ASCII character may be; most of a program is told by it alone. */
const classes = new Uint8Array(128)
const mark = (characters: string, bit: number) => {
  for (const character of characters) classes[character.charCodeAt(0)]! |= bit
}
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', LETTER)
mark('0123456789', DIGIT)
mark(' \t\f\r', BLANK)
mark('rbuftRBUFT', PREFIX)
mark('>=*/<.', SECOND)

const isOf = (source: string, at: number, bits: number): boolean => {
  const code = source.charCodeAt(at)
  return code < 128 && (classes[code]! & bits) !== 0
}

const isQuote = (code: number): boolean => code === 34 || code === 39

/** A quote, or one or two letters before one: `stringAt` decides. */
function mayBeText(source: string, at: number): boolean {
  if (isQuote(source.charCodeAt(at))) return true
  if (!isOf(source, at, PREFIX)) return false
  if (isQuote(source.charCodeAt(at + 1))) return true
  return isOf(source, at + 1, PREFIX) && isQuote(source.charCodeAt(at + 2))
}

/** Behind the name that begins here; a name of other letters than ASCII's is left to Unicode. */
function nameEnd(source: string, at: number): number {
  let end = at
  while (isOf(source, end, LETTER | DIGIT)) end += 1
  if (end > at && !(source.charCodeAt(end) >= 128)) return end
  word.lastIndex = at
  return at + (word.exec(source)?.[0].length ?? 1)
}

const isNameStart = (source: string, at: number): boolean =>
  isOf(source, at, LETTER) || (source.charCodeAt(at) >= 128 && nameStart.test(source[at]!))

function operatorAt(source: string, at: number): string {
  const char = source[at] ?? ''
  if (!isOf(source, at + 1, SECOND)) return char
  const three = source.slice(at, at + 3)
  if (operators3.has(three)) return three
  const two = three.slice(0, 2)
  return operators2.has(two) ? two : char
}

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
      const from = at
      while (isOf(source, at, BLANK)) at += 1
      const space = source.slice(from, at)
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
      const string = mayBeText(source, at) ? stringAt(source, at, line) : null
      if (string) {
        push('text', string.text, line, string.pieces)
        line += string.lines
        at = string.end
      } else if (isNameStart(source, at)) {
        const end = nameEnd(source, at)
        push('name', source.slice(at, end))
        at = end
      } else if (isOf(source, at, DIGIT)) {
        const from = at
        while (isOf(source, at, LETTER | DIGIT) || source.charCodeAt(at) === 46) at += 1
        push('number', source.slice(from, at))
      } else {
        const value = operatorAt(source, at)
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
  const quoteCode = quote.charCodeAt(0)
  const triple = source.startsWith(quote.repeat(3), quoteAt)
  const close = triple ? quote.repeat(3) : quote
  const start = quoteAt + close.length
  let end = start
  let lines = 0
  for (;;) {
    if (end >= source.length) break
    const code = source.charCodeAt(end)
    if (code === 92) {
      if (source.charCodeAt(end + 1) === 10) lines += 1
      end += 2
      continue
    }
    if (code === 10) {
      // An unclosed string ends with its line, as the rest of the file would else be taken for text.
      if (!triple) break
      lines += 1
    }
    if (code === quoteCode && (!triple || source.startsWith(close, end))) break
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
