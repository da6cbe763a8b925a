import { isTablePlace } from '../places.ts'

/** What follows the key of a table, behind its quote: `"acme-1": 2.5`, `"acme-1" => 2.5`, `"acme-1" to 2.5`, `["acme-1"] = 2.5m`. */
const behindKey = /^["'](?:\s{0,40}(?::(?!:)|=>|to\s)|\]\s{0,10}=(?!=))/

/** Tells of a key whether its table is one of prices, limits or other things that are only counted by models. */
export function tablesIn(code: string, masked: () => string): (start: number, end: number) => boolean {
  // Keys are asked for in their order, so that each bracket is looked at once.
  const open: number[] = []
  let read = 0
  return (start, end) => {
    if (!behindKey.test(code.slice(end, end + 60))) return false
    const text = masked()
    for (; read < start; read += 1)
      if ('([{'.includes(text[read]!)) open.push(read)
      else if (')]}'.includes(text[read]!)) open.pop()
    // Around a key in brackets of its own stands the table: `["acme-1"] = 2.5m`.
    const table = open.at(code[end + 1] === ']' ? -2 : -1)
    return table !== undefined && isTablePlace(headOf(text, table))
  }
}

/** What stands before a bracket on its own line, or on the one before. */
const headOf = (masked: string, at: number): string =>
  masked
    .slice(Math.max(0, at - 160), at)
    .trimEnd()
    .replace(/^[\s\S]*[\n;{}]/, '')
