import { type PatternNode, parsePattern } from './match.ts'
import type { Signature } from './signature.ts'

const ESCAPE = /\{\{key:([A-Za-z0-9-]+)\}\}/g
/** How many characters an unbounded repetition gets beyond its least. */
const EXTRA = 8

/**
 * Puts made-up keys in place of `{{key:<id>}}`: of the declared shape, the same on every run, and nobody's.
 * They are written nowhere, so that secret scanners have nothing to find in this repository.
 */
export function expandExample(signature: Pick<Signature, 'keys'>, text: string): string {
  return text.replace(ESCAPE, (_, id: string) => {
    const shape = signature.keys?.find((key) => key.id === id)
    if (!shape) throw new Error(`an example names the key shape ${id}, which the signature does not have`)
    return madeUpKey(shape.pattern)
  })
}

/** A text that the pattern matches, the same for the same pattern. */
export function madeUpKey(pattern: string): string {
  const random = generator(pattern)
  const write = (node: PatternNode): string => {
    if (node.type === 'set') return pick(node.set, random)
    if (node.type === 'sequence') return node.parts.map(write).join('')
    if (node.type === 'choice') return write(node.options[0]!)
    const count = node.most === Infinity ? node.least + EXTRA : node.least
    return Array.from({ length: count }, () => write(node.body)).join('')
  }
  return write(parsePattern(pattern))
}

const LETTER_OR_DIGIT = /[A-Za-z0-9]/

function pick(set: readonly boolean[], random: () => number): string {
  const all = set.flatMap((flag, code) =>
    flag && code > 32 && code < 127 ? [String.fromCharCode(code)] : [],
  )
  const plain = all.filter((char) => LETTER_OR_DIGIT.test(char))
  const from = plain.length > 0 ? plain : all
  return from[Math.floor(random() * from.length)]!
}

/** A small deterministic generator (xorshift), seeded with a text. */
function generator(seed: string): () => number {
  let state = 2463534242
  for (const char of seed) state = (Math.imul(state, 31) + char.charCodeAt(0)) | 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
