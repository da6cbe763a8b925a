/** Bytes that keys and names are made of: a short literal counts only where two of these follow it. */
const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'

/** Bytes that may stand before a short literal: white space and ASCII punctuation but `_` and `-`. */
const DELIMITER = '\t\n\r !"#$%&\'()*+,./:;<=>?@[\\]^`{|}~'

export const tokenBytes: readonly number[] = [...Buffer.from(TOKEN, 'latin1')]
export const delimiterBytes: readonly number[] = [...Buffer.from(DELIMITER, 'latin1')]
export const anyBytes: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte)

/** 1 for each byte of the class, else 0. */
export const isToken = membership(tokenBytes)
export const isDelimiter = membership(delimiterBytes)

/** What each byte is compared as: itself, or its ASCII lower case. */
export const sameByte = Uint8Array.from(anyBytes)
export const lowerByte = Uint8Array.from(anyBytes, (byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
)

/** Or-ed onto a word it makes both cases of each letter equal (and a few other pairs, which the verifier tells apart). */
export const FOLD = 0x20202020

/** The multiplier (2^32 / golden ratio) that spreads a word over the high bits. */
export const SPREAD = 0x9e3779b1 | 0

/** The word that four bytes make in memory, first byte lowest. */
export function wordOf(a: number, b: number, c: number, d: number): number {
  return a | (b << 8) | (c << 16) | (d << 24)
}

function membership(bytes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const byte of bytes) table[byte] = 1
  return table
}
