import { byteReader } from './cat-file.ts'
import { startGit } from './command.ts'

/** Objects one at a time, as they are asked for. */
export interface Objects {
  /** Null where the repository does not have it. */
  read(id: string): Promise<Uint8Array | null>
  close(): void
}

/** One `git cat-file --batch` that waits for questions; started with the first. */
export function openObjects(gitDir: string, signal: AbortSignal): Objects {
  let open: { ask(id: string): void; reader: ReturnType<typeof byteReader>; close(): void } | undefined
  const start = () => {
    const child = startGit([`--git-dir=${gitDir}`, 'cat-file', '--batch'], { signal })
    // A git that ends early ends its output, which the next question notices.
    child.on('error', () => undefined)
    child.stdin.on('error', () => undefined)
    return {
      ask: (id: string) => void child.stdin.write(`${id}\n`),
      reader: byteReader(child.stdout),
      close: () => void child.kill(),
    }
  }
  return {
    async read(id) {
      open ??= start()
      open.ask(id)
      const header = await open.reader.line()
      signal.throwIfAborted()
      if (header === null) throw new Error('git cat-file ended early')
      const [, type, bytes] = header.split(' ')
      if (type === 'missing' || bytes === undefined) return null
      const content = Uint8Array.from(await open.reader.take(Number(bytes)))
      await open.reader.skip(1)
      return content
    },
    close: () => open?.close(),
  }
}
