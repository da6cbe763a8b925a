/** Every byte there is: what an unknown byte of a window can be. */
export const anyBytes: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte)

/** What is left of them once case is folded. */
export const foldedBytes: readonly number[] = anyBytes.filter((byte) => (byte & 0x20) !== 0)

/** What each byte is compared as: itself, or its ASCII lower case. */
export const sameByte = Uint8Array.from(anyBytes)
export const lowerByte = Uint8Array.from(anyBytes, (byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
)

/** Or-ed onto a word it makes both cases of each letter equal, and a few other pairs that the comparison tells apart. */
export const FOLD = 0x20202020

/** The multiplier (2^32 / golden ratio) that spreads a word over the high bits of the product. */
export const SPREAD = 0x9e3779b1 | 0

/** The word that four bytes make in the memory of a little-endian machine: first byte lowest. */
export function wordOf(a: number, b: number, c: number, d: number): number {
  return a | (b << 8) | (c << 16) | (d << 24)
}

/** The word of the four bytes at a position, its case folded or not. */
export function wordAt(bytes: Uint8Array, at: number, fold: number): number {
  return wordOf(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!) | fold
}
