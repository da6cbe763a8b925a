import { UnreadableFile } from './table.ts'

export interface DecodedText {
  readonly text: string
  /** Null where nothing had to be assumed. */
  readonly assumed: string | null
}

const SAMPLE = 64 * 1024

/** Marks first; then what the bytes can only be; else the usual of spreadsheets in Western Europe, and that is said. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { text: decode(bytes, 'utf-8'), assumed: null }
  if (startsWith(bytes, 0xff, 0xfe)) return { text: decode(bytes, 'utf-16le'), assumed: null }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: decode(bytes, 'utf-16be'), assumed: null }
  const wide = unmarkedUtf16(bytes)
  if (wide)
    return {
      text: decode(bytes, wide),
      assumed: `Read as UTF-16 (${wide === 'utf-16le' ? 'little' : 'big'} endian), which its bytes look like.`,
    }
  const utf8 = tryUtf8(bytes)
  if (utf8 !== null) return { text: utf8, assumed: null }
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    assumed:
      'Read as Windows-1252, because it is not valid UTF-8. If letters with accents look wrong, save it as “CSV UTF-8”.',
  }
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, i) => bytes[i] === byte)

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(
      `The file says that it is ${encoding.toUpperCase()} and is not: it is damaged or cut off. Save it again as “CSV UTF-8”.`,
    )
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Letters of most languages have a zero byte in every second place then. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, SAMPLE) & ~1
  if (size < 4 || bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const half = size / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}
