import { type CompiledKeyShape, matchKeyAt } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { KeySign } from '../signs.ts'
import type { Lines } from '../text/lines.ts'
import { contextOfKey } from './context.ts'

export interface FoundKey {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly shape: CompiledKeyShape
  readonly redacted: string
  readonly certain: boolean
}

interface Candidate extends FoundKey {
  readonly near: boolean
}

const mostKeys = 200

/**
 * Keys in a text, leftmost first, none inside another. Placeholders and samples are none. `certain` is false
 * for a shape that needs more beside it than there is: not reported, but hidden from every excerpt all the same.
 * `shapes` are those whose anchors may be in the text.
 */
export function findKeys(
  text: string,
  catalogue: Catalogue,
  shapes: readonly CompiledKeyShape[] = catalogue.keyShapes,
): FoundKey[] {
  const found: Candidate[] = []
  const present = anchorsIn(text, shapes)
  for (const shape of shapes) {
    if (!present.has(shape.anchor)) continue
    for (
      let at = text.indexOf(shape.anchor);
      at >= 0 && found.length < mostKeys;
      at = text.indexOf(shape.anchor, at + 1)
    ) {
      const match = matchKeyAt(shape, text, at)
      if (!match || isPlaceholder(match.value)) continue
      const known = shape.needsContext ? contextOfKey(shape, text, match, catalogue) : 'near'
      const redacted = redact(match.value, shape.anchor)
      found.push({ ...match, shape, certain: known !== null, near: known === 'near', redacted })
    }
  }
  // Of shapes that fit the same characters the one with the longer anchor knows best.
  const order = found
    .map(settled)
    .sort(
      (a, b) =>
        a.start - b.start ||
        Number(b.certain) - Number(a.certain) ||
        Number(b.near) - Number(a.near) ||
        b.shape.anchor.length - a.shape.anchor.length ||
        b.end - a.end,
    )
  return order.filter((key, index) => !order.slice(0, index).some((before) => before.end > key.start))
}

const finders = new Map<string, RegExp>()
/** Sets of shapes that files ask for; there are few, and foreign files cannot make many. */
const MOST_FINDERS = 500

/** Which anchors a text holds, in one pass instead of one for each. */
function anchorsIn(text: string, shapes: readonly CompiledKeyShape[]): ReadonlySet<string> {
  const anchors = new Set(shapes.map(({ anchor }) => anchor))
  const present = new Set<string>()
  if (anchors.size === 0) return present
  const finder = finderOf([...anchors])
  finder.lastIndex = 0
  for (let hit = finder.exec(text); hit && present.size < anchors.size; hit = finder.exec(text)) {
    // One anchor may begin another, or begin within it.
    for (const anchor of anchors) if (text.startsWith(anchor, hit.index)) present.add(anchor)
    finder.lastIndex = hit.index + 1
  }
  return present
}

function finderOf(anchors: readonly string[]): RegExp {
  const name = anchors.join('\n')
  const known = finders.get(name)
  if (known) return known
  if (finders.size >= MOST_FINDERS) finders.clear()
  const finder = new RegExp(
    anchors.map((anchor) => anchor.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'),
    'g',
  )
  finders.set(name, finder)
  return finder
}

/** A file that speaks of two suppliers with the same shape does not tell whose key it is. */
function settled(key: Candidate, _: number, all: readonly Candidate[]): Candidate {
  const contested = all.some(
    (other) => other.start === key.start && other.certain && other.shape.supplier !== key.shape.supplier,
  )
  return key.certain && !key.near && contested ? { ...key, certain: false } : key
}

const samples =
  /x{4,}|\*{3,}|\.{3}|0{6,}|1{6,}|your|example|sample|placeholder|redacted|dummy|changeme|replace|insert|fake|mock|test[-_]?key|<|123456|abcdef|qwerty/i

/** Written to be replaced, or so even that nobody drew it by lot. */
export function isPlaceholder(value: string): boolean {
  if (samples.test(value)) return true
  const body = value.slice(-24)
  let runs = 0
  for (let at = 1; at < body.length; at += 1) {
    const step = body.charCodeAt(at) - body.charCodeAt(at - 1)
    if (step === 0 || step === 1) runs += 1
  }
  // In random text one in twenty neighbours is equal or follows.
  return runs > body.length / 2 || new Set(body).size < 6
}

/** The fixed beginning and the last four, as providers show their keys. */
const redact = (value: string, anchor: string): string =>
  `${value.startsWith(anchor) ? anchor : value.slice(0, 4)}…${value.slice(-4)}`

export const keySigns = (
  keys: readonly FoundKey[],
  lines: Lines,
  fingerprint: (secret: string) => string,
  excerpt: (line: number, column: number) => string,
): KeySign[] =>
  keys
    .filter(({ certain }) => certain)
    .map(({ start, value, shape, redacted }) => {
      const line = lines.at(start)
      return {
        supplier: shape.supplier,
        shape: shape.id,
        fingerprint: fingerprint(value),
        redacted,
        line,
        excerpt: excerpt(line, start - lines.start(line)),
      }
    })
