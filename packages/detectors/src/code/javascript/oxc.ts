import { type ParseResult, type ParserOptions, parseSync, rawTransferSupported } from 'oxc-parser'

// The parser's types leave it out.
const shared = { experimentalRawTransfer: true }
let raw: boolean | undefined

/**
 * Parses with the tree handed over in memory and not as JSON, where this machine lets us: that halves the time. It
 * takes 6 GiB of addresses (not of memory), which some limits forbid.
 */
export function parse(path: string, source: string, options: ParserOptions): ParseResult {
  raw ??= mayShare()
  return parseSync(path, source, raw ? { ...options, ...shared } : options)
}

function mayShare(): boolean {
  if (!rawTransferSupported()) return false
  try {
    return parseSync('x.js', 'x', { ...shared }).program.body.length === 1
  } catch {
    // No room for the addresses: the other way gives the same tree.
    return false
  }
}
