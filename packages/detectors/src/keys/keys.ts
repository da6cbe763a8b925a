import { type CompiledKeyShape, matchKeyAt } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { KeySign } from '../signs.ts'
import type { Lines } from '../text/lines.ts'

export interface FoundKey {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly shape: CompiledKeyShape
  readonly redacted: string
  readonly certain: boolean
}

const mostKeys = 200

/**
 * Keys in a text, leftmost first, none inside another. Placeholders and samples are none. `certain` is false
 * for a shape that needs more beside it than there is: not reported, but hidden from every excerpt all the same.
 */
export function findKeys(text: string, catalogue: Catalogue): FoundKey[] {
  const found: FoundKey[] = []
  for (const shape of catalogue.keyShapes) {
    for (
      let at = text.indexOf(shape.anchor);
      at >= 0 && found.length < mostKeys;
      at = text.indexOf(shape.anchor, at + 1)
    ) {
      const match = matchKeyAt(shape, text, at)
      if (!match || isPlaceholder(match.value)) continue
      const certain = !shape.needsContext || hasContext(shape, text, match, catalogue)
      found.push({ ...match, shape, certain, redacted: redact(match.value, shape.anchor) })
    }
  }
  // Of shapes that fit the same characters the one with the longer anchor knows best.
  const order = found.sort(
    (a, b) =>
      a.start - b.start ||
      Number(b.certain) - Number(a.certain) ||
      b.shape.anchor.length - a.shape.anchor.length ||
      b.end - a.end,
  )
  return order.filter((key, index) => !order.slice(0, index).some((before) => before.end > key.start))
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

function hasContext(
  shape: CompiledKeyShape,
  text: string,
  match: { start: number; end: number },
  catalogue: Catalogue,
): boolean {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', match.start - 1) - 1) + 1
  const after = text.indexOf('\n', text.indexOf('\n', match.end) + 1)
  const around = text.slice(
    Math.max(from, match.start - 400),
    Math.min(after < 0 ? text.length : after, match.end + 400),
  )
  const supplier = catalogue.suppliers.get(shape.supplier)
  const names = (supplier?.environment ?? []).map((entry) =>
    (typeof entry === 'string' ? entry : entry.name).replace(/\*$/, ''),
  )
  const hosts = (supplier?.hosts ?? []).map((entry) =>
    (typeof entry === 'string' ? entry : entry.host).replace(/^.*\*/, ''),
  )
  return [...names, ...hosts, shape.supplier].some(
    (sign) => sign.length > 2 && around.toLowerCase().includes(sign.toLowerCase()),
  )
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
