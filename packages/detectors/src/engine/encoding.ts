/**
 * The text of a file that starts with a byte order mark of UTF-16, as UTF-8 without the mark; null for any other
 * file. To be asked before a file is taken for binary because of its zero bytes: what Windows tools write is text.
 * Half a character at the end, and lone surrogates, become U+FFFD.
 */
export function utf16ToUtf8(bytes: Uint8Array): Uint8Array | null {
  const [a, b, c, d] = bytes
  const littleEndian = a === 0xff && b === 0xfe && !(c === 0 && d === 0)
  if (!littleEndian && !(a === 0xfe && b === 0xff)) return null
  return Buffer.from(new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(bytes), 'utf8')
}
