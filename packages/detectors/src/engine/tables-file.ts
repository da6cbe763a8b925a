import { HALVES, type SharedTables } from './tables.ts'

/** Rises with the form of the file. */
const FORM = 2
const MAGIC = 0x41_43_50_54

/** Numbers before the arrays: what the file is, and how long each array is. */
const HEAD = 12

/** Tables as one run of bytes, in this machine's order of bytes; `tablesFromFile` says whether another can read it. */
export function tablesToFile(tables: SharedTables): Uint8Array {
  const { bitmap, slots, halves, lists, starts, bytes } = tables
  const head = Int32Array.of(
    MAGIC,
    FORM,
    tables.literals,
    tables.foldCase ? 1 : 0,
    tables.longest,
    tables.bitmapShift,
    tables.slotShift,
    bitmap.length,
    slots.length,
    halves.length,
    lists.length,
    bytes.length,
  )
  return Buffer.concat([head, bitmap, slots, halves, lists, starts, bytes].map(bytesOf))
}

const bytesOf = (array: Int32Array | Uint32Array | Uint8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/** Tables on the file's own memory, which is not copied; null where it is of another form, or not whole. */
export function tablesFromFile(memory: SharedArrayBuffer): SharedTables | null {
  if (memory.byteLength < HEAD * 4) return null
  const [magic, form, literals, fold, longest, bitmapShift, slotShift, ...lengths] = new Int32Array(
    memory,
    0,
    HEAD,
  )
  const [bitmap = 0, slots = 0, halves = 0, lists = 0, bytes = 0] = lengths
  if (magic !== MAGIC || form !== FORM || literals === undefined) return null
  const words = HEAD + bitmap + slots + halves + lists + literals + 1
  if (memory.byteLength !== words * 4 + bytes || (halves !== 0 && halves !== 2 * HALVES)) return null
  let at = HEAD * 4
  const take = (length: number) => {
    const start = at
    at += length * 4
    return start
  }
  return {
    literals,
    foldCase: fold === 1,
    longest: longest ?? 0,
    bitmapShift: bitmapShift ?? 0,
    slotShift: slotShift ?? 0,
    bitmap: new Uint32Array(memory, take(bitmap), bitmap),
    slots: new Int32Array(memory, take(slots), slots),
    halves: new Int32Array(memory, take(halves), halves),
    lists: new Int32Array(memory, take(lists), lists),
    starts: new Int32Array(memory, take(literals + 1), literals + 1),
    bytes: new Uint8Array(memory, at, bytes),
  }
}
