import { KEY_WINDOW, type PatternNode, parsePattern } from './match.ts'
import type { KeyShape } from './signature.ts'

/** A key shape of the catalogue, ready to be tried where its anchor was seen. */
export interface CompiledKeyShape extends KeyShape {
  readonly supplier: string
  /** The least entropy of what follows the anchor, bits per character. */
  readonly entropy: number
  readonly needsContext: boolean
}

export interface KeyMatch {
  /** Offsets into the text, end exclusive. */
  start: number
  end: number
  value: string
}

const DEFAULT_ENTROPY = 3
const KEY_CHARACTER = /[A-Za-z0-9_-]/

export function compileKeyShape(supplier: string, shape: KeyShape): CompiledKeyShape {
  return {
    ...shape,
    supplier,
    entropy: shape.entropy ?? DEFAULT_ENTROPY,
    needsContext: shape.needsContext ?? false,
  }
}

const expressions = new Map<string, { whole: RegExp; lead: number }>()

/** How many characters may stand before the anchor, at most. */
function longestLead(shape: KeyShape): number {
  if (shape.pattern.startsWith(shape.anchor)) return 0
  const node = parsePattern(shape.pattern)
  return Math.min(longest(node), KEY_WINDOW)
}

function longest(node: PatternNode): number {
  if (node.type === 'set') return 1
  if (node.type === 'repeat') return node.most * longest(node.body)
  if (node.type === 'choice') return Math.max(...node.options.map(longest))
  return node.parts.reduce((sum, part) => sum + longest(part), 0)
}

function expressionOf(shape: KeyShape): { whole: RegExp; lead: number } {
  const known = expressions.get(shape.pattern)
  if (known) return known
  const made = { whole: new RegExp(`(?:${shape.pattern})`, 'y'), lead: longestLead(shape) }
  expressions.set(shape.pattern, made)
  return made
}

/**
 * The key around an anchor at `anchorAt` of `text`, or null. It must stand alone: no character that a key
 * could hold directly before or after it; and it must look random.
 */
export function matchKeyAt(shape: CompiledKeyShape, text: string, anchorAt: number): KeyMatch | null {
  const { whole, lead } = expressionOf(shape)
  const from = Math.max(0, anchorAt - lead)
  const window = text.slice(from, anchorAt + KEY_WINDOW)
  for (let start = anchorAt - from; start >= 0; start--) {
    if (KEY_CHARACTER.test(text[from + start - 1] ?? '')) continue
    whole.lastIndex = start
    const value = whole.exec(window)?.[0]
    if (!value || start + value.length < anchorAt - from + shape.anchor.length) continue
    const end = from + start + value.length
    if (KEY_CHARACTER.test(text[end] ?? '')) continue
    if (entropyOf(value.replace(shape.anchor, '')) < shape.entropy) return null
    return { start: from + start, end, value }
  }
  return null
}

/** Shannon entropy, bits per character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
