/**
 * Patterns of the catalogue run on text from outside. V8's engine backtracks, so a pattern is parsed and
 * checked first: no back-reference, no look-around, no repetition inside an unbounded repetition, and no two
 * unbounded repetitions that could share the same characters. What is left never has more than one way to
 * divide a text between its repetitions, so that V8 runs it in linear time; callers also pass only bounded
 * windows (`KEY_WINDOW`, `MODEL_WINDOW`) and matches are anchored at both ends. That is faster here than
 * re2js, and needs no dependency.
 */

/** Longest model id that is looked at, in characters. */
export const MODEL_WINDOW = 512
/** Longest key that is looked at, in characters. */
export const KEY_WINDOW = 1024

/** 128 flags, one for each ASCII code; other characters count as one more, at the end. */
type CharSet = readonly boolean[]
export type PatternNode =
  | { type: 'set'; set: CharSet }
  | { type: 'sequence'; parts: PatternNode[] }
  | { type: 'choice'; options: PatternNode[] }
  | { type: 'repeat'; body: PatternNode; least: number; most: number }

export class PatternError extends Error {
  constructor(pattern: string, reason: string) {
    super(`pattern ${JSON.stringify(pattern)}: ${reason}`)
    this.name = 'PatternError'
  }
}

const SET_SIZE = 129
const OTHER = 128
const setOf = (accepts: (char: string) => boolean, other = false): CharSet =>
  Array.from({ length: SET_SIZE }, (_, code) => (code === OTHER ? other : accepts(String.fromCharCode(code))))
const inverse = (set: CharSet): CharSet => set.map((flag) => !flag)
const overlap = (a: CharSet, b: CharSet): boolean => a.some((flag, code) => flag && b[code])

const ANY = setOf((c) => c !== '\n' && c !== '\r', true)
const DIGIT = setOf((c) => c >= '0' && c <= '9')
const WORD = setOf((c) => /[A-Za-z0-9_]/.test(c))
const SPACE = setOf((c) => /\s/.test(c))
const CLASS_ESCAPES: Record<string, CharSet> = {
  d: DIGIT,
  w: WORD,
  s: SPACE,
  D: inverse(DIGIT),
  W: inverse(WORD),
  S: inverse(SPACE),
}

/** Parses the small language that the catalogue may use. Throws `PatternError` on anything else. */
export function parsePattern(pattern: string): PatternNode {
  let at = 0
  const fail = (reason: string): never => {
    throw new PatternError(pattern, reason)
  }

  function choice(): PatternNode {
    const options = [sequence()]
    while (pattern[at] === '|') {
      at++
      options.push(sequence())
    }
    return options.length === 1 ? options[0]! : { type: 'choice', options }
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = []
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') parts.push(repeated())
    return { type: 'sequence', parts }
  }

  function repeated(): PatternNode {
    const body = atom()
    const counts = quantifier()
    if (!counts) return body
    if (/[?*+{]/.test(pattern[at] ?? '')) fail('a quantifier on a quantifier')
    return { type: 'repeat', body, least: counts[0], most: counts[1] }
  }

  function quantifier(): [number, number] | null {
    const simple: Record<string, [number, number]> = { '?': [0, 1], '*': [0, Infinity], '+': [1, Infinity] }
    const counts = simple[pattern[at] ?? '']
    if (counts) {
      at++
      return counts
    }
    const braces = /^\{(\d+)(,(\d*))?\}/.exec(pattern.slice(at))
    if (!braces) return null
    at += braces[0].length
    const least = Number(braces[1])
    return [least, braces[2] === undefined ? least : braces[3] === '' ? Infinity : Number(braces[3])]
  }

  function atom(): PatternNode {
    const char = pattern[at++]!
    if (char === '(') return group()
    if (char === '[') return { type: 'set', set: charClass() }
    if (char === '.') return { type: 'set', set: ANY }
    if (char === '\\') return { type: 'set', set: escaped() }
    if (/[?*+{}^$\]]/.test(char)) fail(`a bare ${char}`)
    return { type: 'set', set: literal(char) }
  }

  function group(): PatternNode {
    if (pattern.startsWith('?:', at)) at += 2
    else if (pattern[at] === '?') fail('look-around and named groups are not linear')
    const body = choice()
    if (pattern[at] !== ')') fail('an unclosed group')
    at++
    return body
  }

  function escaped(): CharSet {
    const char = pattern[at++]
    if (char === undefined || /[0-9kbBpPuxc]/.test(char)) fail(`\\${char ?? ''} is not allowed`)
    return CLASS_ESCAPES[char!] ?? literal(char!)
  }

  function charClass(): CharSet {
    const negated = pattern[at] === '^'
    if (negated) at++
    const set = new Array<boolean>(SET_SIZE).fill(false)
    while (pattern[at] !== ']') {
      if (at >= pattern.length) fail('an unclosed class')
      addRange(set)
    }
    at++
    return negated ? inverse(set) : set
  }

  function addRange(set: boolean[]): void {
    const from = pattern[at++]!
    if (from === '\\') {
      for (const [code, flag] of escaped().entries()) if (flag) set[code] = true
      return
    }
    const isRange = pattern[at] === '-' && pattern[at + 1] !== ']' && at + 1 < pattern.length
    const to = isRange ? pattern[at + 1]! : from
    if (isRange) at += 2
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) set[Math.min(code, OTHER)] = true
  }

  function literal(char: string): CharSet {
    const code = Math.min(char.charCodeAt(0), OTHER)
    return Array.from({ length: SET_SIZE }, (_, i) => i === code)
  }

  const node = choice()
  if (at < pattern.length) fail(`an unexpected ${pattern[at]}`)
  return node
}

/** The characters that a node can begin or continue with, all together. */
function charsOf(node: PatternNode): CharSet {
  if (node.type === 'set') return node.set
  if (node.type === 'repeat') return charsOf(node.body)
  const sets = (node.type === 'sequence' ? node.parts : node.options).map(charsOf)
  return Array.from({ length: SET_SIZE }, (_, code) => sets.some((set) => set[code]))
}

function variesInLength(node: PatternNode): boolean {
  if (node.type === 'set') return false
  if (node.type === 'repeat') return node.least !== node.most || variesInLength(node.body)
  if (node.type === 'choice') return true
  return node.parts.some(variesInLength)
}

const isUnbounded = (node: PatternNode): boolean =>
  node.type === 'repeat'
    ? node.most === Infinity || isUnbounded(node.body)
    : node.type === 'sequence'
      ? node.parts.some(isUnbounded)
      : node.type === 'choice' && node.options.some(isUnbounded)

/**
 * Follows every path through the pattern. `open` holds the repetitions that could still hand characters over
 * to a later one: a character that a repetition cannot take closes it, for it then has one place to stop.
 */
function walk(pattern: string, node: PatternNode, open: readonly CharSet[]): readonly CharSet[] {
  if (node.type === 'set') return open.filter((set) => overlap(set, node.set))
  if (node.type === 'sequence') return node.parts.reduce((sets, part) => walk(pattern, part, sets), open)
  if (node.type === 'choice') return node.options.flatMap((option) => walk(pattern, option, open))
  if (node.most !== Infinity) {
    const taken = walk(pattern, node.body, open)
    return node.least === 0 ? [...open, ...taken] : taken
  }
  const chars = charsOf(node.body)
  if (open.some((set) => overlap(set, chars)))
    throw new PatternError(pattern, 'two unbounded repetitions may share characters')
  return [...open, chars]
}

function checkNode(pattern: string, node: PatternNode): void {
  if (node.type === 'choice') for (const option of node.options) checkNode(pattern, option)
  if (node.type === 'sequence') for (const part of node.parts) checkNode(pattern, part)
  if (node.type === 'repeat') {
    if (node.most > 1 && isUnbounded(node.body)) throw new PatternError(pattern, 'nested repetition')
    if (node.most === Infinity && variesInLength(node.body))
      throw new PatternError(pattern, 'a repeated group of varying length')
    checkNode(pattern, node.body)
  }
}

/** Throws `PatternError` unless the pattern runs in linear time. */
export function assertLinear(pattern: string): void {
  const node = parsePattern(pattern)
  checkNode(pattern, node)
  walk(pattern, node, [])
}

/** Why the pattern is refused, or null. */
export function linearFault(pattern: string): string | null {
  try {
    assertLinear(pattern)
    return null
  } catch (error) {
    if (error instanceof PatternError) return error.message
    throw error
  }
}

/** A matcher of whole texts. The pattern must have passed `assertLinear` (the compiler sees to it). */
export function compileWhole(pattern: string): (text: string) => boolean {
  let expression: RegExp | undefined
  return (text) => {
    if (text.length > KEY_WINDOW) return false
    expression ??= new RegExp(`^(?:${pattern})$`)
    return expression.test(text)
  }
}

/** The literal text that every match begins with: `gpt-4` of `gpt-4(-.*)?`. Reads no further than it must. */
export function literalPrefix(pattern: string): string {
  if (hasTopLevelChoice(pattern)) return ''
  let prefix = ''
  for (let at = 0; at < pattern.length; at++) {
    const escaped = pattern[at] === '\\'
    const char = escaped ? pattern[++at]! : pattern[at]!
    if (escaped ? /[a-zA-Z]/.test(char) : /[[({.*+?|)]/.test(char)) break
    // What a quantifier follows may be absent or come again.
    if (/[?*+{]/.test(pattern[at + 1] ?? '')) break
    prefix += char
  }
  return prefix
}

function hasTopLevelChoice(pattern: string): boolean {
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]
    if (char === '\\') at++
    else if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    else if (char === '|' && depth === 0) return true
  }
  return false
}
