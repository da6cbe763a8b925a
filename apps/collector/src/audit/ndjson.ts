/** Lines as an answer that is made while it is read: a slow reader makes the writer wait, and memory stays flat. */
export function ndjson(lines: AsyncIterable<string>, headers: Record<string, string> = {}): Response {
  return new Response(ReadableStream.from(chunks(lines)), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'private, no-store', ...headers },
  })
}

const CHUNK_LENGTH = 64 * 1024

async function* chunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting = ''
  for await (const line of lines) {
    waiting += `${line}\n`
    if (waiting.length < CHUNK_LENGTH) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  if (waiting) yield encoder.encode(waiting)
}
