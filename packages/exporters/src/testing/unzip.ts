import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** A ZIP's files by name, read by another program's rules than those that wrote it. */
export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const archive = await fromBufferPromise(zip)
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  }
  return files
}
