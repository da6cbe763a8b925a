import { type PatternNode, parsePattern } from './match.ts'

/** From these lengths on a beginning is rare enough in other texts, and no longer multiplied: by characters, by words. */
const ENOUGH_FOR_SETS = 5
const ENOUGH_FOR_WORDS = 9
/** Of a set of more characters than this (letters of any kind), nothing is looked for. */
const WIDEST_SET = 12
const MOST_BEGINNINGS = 160

/** A text that some matches begin with; `open`: what follows in the pattern belongs to it. */
interface Beginning {
  readonly text: string
  readonly open: boolean
}

/**
 * Texts by which matches of a pattern of the catalogue are looked for: `glm-4`, `glm4`, `zai-glm-4` and so on of
 * `(zai-)?glm-?[0-9].*`. What begins with fewer than `shortest` known characters (`o3` alone) is not looked for: too much
 * else does. Sorted, each once.
 */
export function beginningsOf(pattern: string, shortest: number): string[] {
  const begun = after([{ text: '', open: true }], parsePattern(pattern))
  const texts = new Set(begun.flatMap(({ text }) => (text.length >= shortest ? [text] : [])))
  const isCovered = (text: string) => [...texts].some((other) => other !== text && text.startsWith(other))
  return [...texts].filter((text) => !isCovered(text)).sort()
}

/** The beginnings once a part of the pattern is read. */
function after(begun: readonly Beginning[], node: PatternNode): Beginning[] {
  if (!begun.some(({ open }) => open)) return [...begun]
  if (node.type === 'sequence') return node.parts.reduce<Beginning[]>(after, [...begun])
  const all = begun.flatMap((one) => (one.open ? continued(one, node) : [one]))
  const longer = [...new Map(all.map((one) => [`${one.open} ${one.text}`, one])).values()]
  return longer.length <= MOST_BEGINNINGS ? longer : begun.map(closed)
}

function continued(one: Beginning, node: PatternNode): Beginning[] {
  if (node.type === 'sequence') return after([one], node)
  if (node.type === 'set') {
    const accepted = charactersOf(node.set)
    const isOne = accepted.length === 1
    if (!isOne && (one.text.length >= ENOUGH_FOR_SETS || accepted.length > WIDEST_SET)) return [closed(one)]
    return accepted.map((character) => ({ text: one.text + character, open: true }))
  }
  if (one.text.length >= ENOUGH_FOR_WORDS) return [closed(one)]
  if (node.type === 'choice') return node.options.flatMap((option) => after([one], option))
  const once = after([one], node.body)
  const ended = node.most > 1 ? once.map(closed) : once
  return node.least === 0 ? [one, ...ended] : ended
}

const closed = ({ text }: Beginning): Beginning => ({ text, open: false })

const charactersOf = (set: readonly boolean[]): string[] =>
  set.flatMap((accepts, code) => (accepts ? [code < 128 ? String.fromCharCode(code) : '\u0080'] : []))
