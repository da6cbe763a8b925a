import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { readme } from './readme.ts'

/** One file of the pack. Its text is asked for when its turn comes, so no part need fit in memory. */
export interface PackPart {
  name: string
  title: string
  text: () => AsyncIterable<string>
}

export interface PackContext {
  /** When it was made, and by which version. */
  at: string
  version: string
  /** The instant that the inventory is of, and the ledger's position then. */
  asOf: string
  position: number
}

export interface PackFile {
  name: string
  title: string
  bytes: number
  sha256: string
}

/** What is in the pack, so that each file can be checked by itself. */
export interface PackManifest {
  format: 'ai-census-evidence-pack-1'
  generator: string
  generatedAt: string
  asOf: string
  position: number
  files: PackFile[]
}

/** A ZIP as it is made: the parts in their order, then the manifest with the digest of each. */
export function writeEvidencePack(
  parts: readonly PackPart[],
  context: PackContext,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable // typed as any readable; yazl makes a PassThrough
  const files: PackFile[] = []
  const options = { mtime: new Date(context.at), mode: 0o644 }
  const add = (name: string, bytes: () => AsyncIterable<Uint8Array>) =>
    zip.addReadStreamLazy(name, options, (take) => {
      const stream = Readable.from(bytes(), { objectMode: false })
      // What fails in a part fails whoever reads the whole; yazl by itself would leave them waiting.
      stream.on('error', (error) => output.destroy(error))
      take(null, stream)
    })
  for (const part of [readmePart(context), ...parts]) add(part.name, () => counted(part, files))
  // Its turn comes when all others are written.
  add('manifest.json', () => bytesOf([`${JSON.stringify(manifestOf(context, files), null, 2)}\n`]))
  zip.end()
  return output
}

const manifestOf = ({ at, version, asOf, position }: PackContext, files: PackFile[]): PackManifest => ({
  format: 'ai-census-evidence-pack-1',
  generator: `ai-census ${version}`,
  generatedAt: at,
  asOf,
  position,
  files,
})

const readmePart = (context: PackContext): PackPart => ({
  name: 'README.txt',
  title: 'How to read and check this pack',
  text: async function* () {
    yield readme(context)
  },
})

async function* counted({ name, title, text }: PackPart, files: PackFile[]): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of bytesOf(text())) {
    hash.update(chunk)
    bytes += chunk.byteLength
    yield chunk
  }
  files.push({ name, title, bytes, sha256: hash.digest('hex') })
}

const CHUNK_LENGTH = 64 * 1024

/** Small texts go together: a chunk each would cost more than it carries. */
async function* bytesOf(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = ''
  for await (const text of texts) {
    waiting += text
    if (waiting.length < CHUNK_LENGTH) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting) yield Buffer.from(waiting)
}
