/** How many first bytes tell text from everything else. */
const probe = 8192

/** The text of a file, or null where it is none. Knows UTF-8, and UTF-16 by its mark. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, probe).includes(0)) return null
  return new TextDecoder('utf-8').decode(bytes)
}
