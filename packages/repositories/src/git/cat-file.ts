import { ended, type GitOptions, startGit } from './command.ts'

/** An object's content; null when the repository does not have it. */
export interface Blob {
  readonly id: string
  /** Bytes of the whole object. */
  readonly size: number
  /** At most `limit` bytes of it; valid until the next one is asked for. */
  readonly bytes: Uint8Array | null
}

/**
 * Streams objects, in the order of `ids`, through one `git cat-file --batch`. Of an object with more than
 * `limit` bytes only the first `limit` are kept.
 */
export async function* catFiles(
  gitDir: string,
  ids: readonly string[],
  limit: number,
  options: GitOptions,
): AsyncGenerator<Blob, void, undefined> {
  if (ids.length === 0) return
  const child = startGit([`--git-dir=${gitDir}`, 'cat-file', '--batch', '--buffer'], options)
  const done = ended(child, options)
  // Awaited at the end; a failure before that ends the stream first.
  done.catch(() => undefined)
  child.stdin.on('error', () => undefined)
  child.stdin.end(`${ids.join('\n')}\n`)
  const reader = byteReader(child.stdout)
  try {
    for (const id of ids) {
      const header = await reader.line()
      if (header === null) break
      const [, type, bytes] = header.split(' ')
      if (type === 'missing' || bytes === undefined) {
        yield { id, size: 0, bytes: null }
        continue
      }
      const size = Number(bytes)
      const kept = await reader.take(Math.min(size, limit))
      yield { id, size, bytes: kept }
      await reader.skip(size - Math.min(size, limit) + 1)
    }
    await done
  } finally {
    child.kill()
  }
}

export interface ByteReader {
  /** Up to the next line feed; null at the end. */
  line(): Promise<string | null>
  take(length: number): Promise<Uint8Array>
  skip(length: number): Promise<void>
}

/** Reads a stream in exact portions and copies only what spans two chunks. */
export function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]()
  let current: Buffer = Buffer.alloc(0)
  let at = 0
  const more = async () => {
    const { done, value } = await chunks.next()
    if (done) return false
    current = value
    at = 0
    return true
  }
  const portion = (length: number) => {
    const part = current.subarray(at, Math.min(current.length, at + length))
    at += part.length
    return part
  }
  return {
    async line() {
      let text = ''
      for (;;) {
        const end = current.indexOf(10, at)
        text += current.toString('utf8', at, end < 0 ? current.length : end)
        at = end < 0 ? current.length : end + 1
        if (end >= 0) return text
        if (!(await more())) return null
      }
    },
    async take(length) {
      if (current.length - at >= length) return portion(length)
      const whole = Buffer.allocUnsafe(length)
      let filled = 0
      while (filled < length) {
        if (at === current.length && !(await more())) throw new Error('git cat-file ended early')
        const part = portion(length - filled)
        whole.set(part, filled)
        filled += part.length
      }
      return whole
    },
    async skip(length) {
      for (let left = length; left > 0; ) {
        if (at === current.length && !(await more())) return
        left -= portion(left).length
      }
    },
  }
}
