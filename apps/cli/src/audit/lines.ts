const LINE_FEED = 0x0a

/**
 * A stream's lines as bytes, without their line feeds. Nothing else ends a line: a text may hold U+2028, which some
 * readers of lines take for an end.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield Buffer.concat([...waiting, rest.subarray(0, end)])
      waiting = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) waiting.push(rest)
  }
  if (waiting.length > 0) yield Buffer.concat(waiting)
}
