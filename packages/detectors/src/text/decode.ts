import { isAscii } from 'node:buffer'

/** How many first bytes tell text from everything else. */
const probe = 8192

const utf8 = new TextDecoder('utf-8')

/** The text of a file, or null where it is none. Knows UTF-8, and UTF-16 by its mark. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, probe).includes(0)) return null
  // Most code is ASCII: its bytes are its characters.
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return utf8.decode(bytes)
}
