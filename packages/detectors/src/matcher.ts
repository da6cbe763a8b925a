import { type CompiledKeyShape, keyLiterals } from '@ai-census/signatures'
import type { Catalogue } from './catalogue.ts'
import { createSlab, prefilterFrom, SLACK, type Slab, slabOn } from './engine/index.ts'
import { isPlausible, type Place, REACH } from './hit-context.ts'
import { isKeyAt } from './keys/anchored.ts'
import { literalTables } from './literal-tables.ts'

/** What the prefilter says of a file. */
export interface Hits {
  /** Something of the catalogue occurs that makes the file worth a reader. */
  readonly opens: boolean
  /** A key occurs whose shape its anchor gave away. */
  readonly anchored: boolean
  /** Shapes of keys that occur, or whose anchors are too short to be looked for here. */
  readonly keys: readonly CompiledKeyShape[]
}

/** `program`: the file is one. */
export type Matcher = (bytes: Uint8Array, program?: boolean) => Hits

/** A file with so many hits is worth a reader, whatever they are. */
const MOST_LOOKS = 500

/** The first pass over every file; nothing else looks at those that it lets go. */
export function createMatcher(catalogue: Catalogue): Matcher {
  const prefilter = prefilterFrom(literalTables(catalogue))
  const { byLiteral, short } = shapesByLiteral(catalogue)
  const none: Hits = { opens: false, anchored: false, keys: short }
  const slabOf = slabs()
  return (bytes, inProgram = false) => {
    if (bytes.length === 0) return none
    const { slab, start } = slabOf(bytes)
    const count = prefilter.scan(slab, start, bytes.length)
    if (count === 0) return none
    let open = false
    let looks = 0
    let lower: string | undefined
    const holds = (text: string) => {
      lower ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').toLowerCase()
      return lower.includes(text)
    }
    let keys: Set<CompiledKeyShape> | undefined
    for (let hit = 0; hit < count; hit += 1) {
      const position = prefilter.hits[2 * hit]!
      const literal = prefilter.hits[2 * hit + 1]!
      const length = prefilter.lengthOf(literal)
      for (const shape of byLiteral.get(literal) ?? [])
        if (!keys?.has(shape) && isKeyAt(shape, bytes, position, length))
          keys = (keys ?? new Set()).add(shape)
      if (open) continue
      const meanings = catalogue.literalMeaning(literal)
      if (meanings.every(isKey)) continue
      looks += 1
      const place = { ...placeAt(bytes, bytes.length, position, length), inProgram, holds }
      open = looks > MOST_LOOKS || meanings.some((meaning) => isPlausible(catalogue, meaning, place))
    }
    if (!open && !keys) return none
    return { opens: open, anchored: keys !== undefined, keys: [...new Set([...(keys ?? []), ...short])] }
  }
}

/** Keys are looked for without a reader. */
const isKey = ({ kind }: { kind: string }): boolean => kind === 'key'

/** Memory for files of this size is kept from file to file; larger ones get their own. */
const KEPT_BYTES = 1 << 20

/** Bytes to be scanned where they lie, if that is at a word with room behind it; else a copy of them. */
function slabs(): (bytes: Uint8Array) => { slab: Slab; start: number } {
  let around: { readonly memory: ArrayBufferLike; readonly slab: Slab } | undefined
  let copy: Slab | undefined
  return (bytes) => {
    const { buffer: memory, byteOffset: start, length } = bytes
    if ((start & 3) === 0 && start + length + SLACK <= memory.byteLength) {
      if (around?.memory !== memory) around = { memory, slab: slabOn(memory) }
      return { slab: around.slab, start }
    }
    if (length > KEPT_BYTES) return { slab: createSlab(bytes), start: 0 }
    copy ??= createSlab(KEPT_BYTES)
    copy.u8.set(bytes)
    return { slab: copy, start: 0 }
  }
}

/** The line around a literal; each byte is one character, which is enough to judge by. */
export function placeAt(bytes: Uint8Array, end: number, position: number, length: number): Place {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, end)
  const first = Math.max(0, position - REACH)
  const last = Math.min(end, position + length + REACH)
  const before = text.toString('latin1', first, position)
  const after = text.toString('latin1', position, last)
  const start = before.slice(before.lastIndexOf('\n') + 1)
  const stop = after.indexOf('\n', length)
  return {
    line: start + (stop < 0 ? after : after.slice(0, stop)),
    from: start.length,
    to: start.length + length,
    ...(/\\\s*$/.test(before.slice(0, -start.length - 1).slice(-4)) ? { goesOn: true } : {}),
  }
}

function shapesByLiteral(catalogue: Catalogue): {
  byLiteral: Map<number, CompiledKeyShape[]>
  short: CompiledKeyShape[]
} {
  const byLiteral = new Map<number, CompiledKeyShape[]>()
  const { keyShapes } = catalogue
  for (const shape of keyShapes)
    for (const text of keyLiterals(shape)) {
      const literal = catalogue.literalIndex(text)
      if (literal !== null) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), shape])
    }
  // A short one that is looked for with what stands before it may stand elsewhere too, in files that are read anyway.
  const short = keyShapes.filter((shape) => !keyLiterals(shape).includes(shape.anchor))
  return { byLiteral, short }
}
