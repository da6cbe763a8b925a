/** What may stand next. `item` and `key` come after a comma, where nothing may close. */
type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'more' | 'end'

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Where a text stops being JSON, as an offset; null where it is JSON. The engine's own message does not always say. */
export function jsonFault(text: string): number | null {
  const open: string[] = []
  let expected: Expected = 'value'
  for (let at = 0; ; ) {
    while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at++
    const sign = text[at]
    if (sign === undefined) return expected === 'end' ? null : at
    const step = stepAt(text, at, sign, expected, open)
    if (step === null) return at
    if (typeof step === 'number') return step
    ;({ at, expected } = step)
  }
}

interface Step {
  at: number
  expected: Expected
}

/** The step that this sign begins; null where it may not stand here; an offset where it begins well and goes wrong. */
function stepAt(
  text: string,
  at: number,
  sign: string,
  expected: Expected,
  open: string[],
): Step | number | null {
  const isValue = expected === 'value' || expected === 'first-item'
  if (sign === '"' && (isValue || expected === 'key' || expected === 'first-key')) {
    const end = endOfString(text, at)
    return end.closed ? { at: end.at, expected: isValue ? after(open) : 'colon' } : end.at
  }
  if (isValue && (sign === '{' || sign === '[')) {
    open.push(sign)
    return { at: at + 1, expected: sign === '{' ? 'first-key' : 'first-item' }
  }
  if (sign === ':' && expected === 'colon') return { at: at + 1, expected: 'value' }
  if (sign === ',' && expected === 'more')
    return { at: at + 1, expected: open.at(-1) === '{' ? 'key' : 'value' }
  const mayClose = expected === 'more' || expected === 'first-item' || expected === 'first-key'
  if (mayClose && sign === (open.at(-1) === '{' ? '}' : ']')) {
    open.pop()
    return { at: at + 1, expected: after(open) }
  }
  if (!isValue) return null
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  return word === undefined ? null : { at: at + word.length, expected: after(open) }
}

const after = (open: readonly string[]): Expected => (open.length > 0 ? 'more' : 'end')

function endOfString(text: string, start: number): { at: number; closed: boolean } {
  for (let at = start + 1; at < text.length; ) {
    const sign = text[at] ?? ''
    if (sign === '"') return { at: at + 1, closed: true }
    if (sign < ' ') return { at, closed: false }
    ESCAPE.lastIndex = at
    const length = sign === '\\' ? (ESCAPE.exec(text)?.[0].length ?? 0) : 1
    if (length === 0) return { at, closed: false }
    at += length
  }
  return { at: text.length, closed: false }
}

/** As an editor counts: both from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`
}
