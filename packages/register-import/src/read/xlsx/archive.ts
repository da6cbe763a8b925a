import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { limits, UnreadableFile } from '../table.ts'

/** The parts of a workbook: a ZIP archive that is read part by part, inflated as a stream, within bounds. */
export interface Archive {
  has(path: string): boolean
  /** The part, inflated piece by piece; what is not asked for is not inflated. */
  open(path: string): Promise<AsyncIterable<Uint8Array>>
}

/** Whatever the archive declares, no more than `limits.inflatedBytes` are ever inflated of it. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await asUnreadable(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    }),
  )
  if (zip.entryCount > limits.archiveEntries)
    throw new UnreadableFile(`The workbook is an archive of ${zip.entryCount} files, which no workbook is.`)
  const parts = await entriesOf(zip)
  let inflated = 0
  const spend = (bytes: number): void => {
    inflated += bytes
    if (inflated > limits.inflatedBytes)
      throw new UnreadableFile(
        `The workbook grows to more than ${limits.inflatedBytes / 1024 / 1024} MiB when it is unpacked, which no register does.`,
      )
  }
  return {
    has: (path) => parts.has(keyOf(path)),
    async open(path) {
      const entry = parts.get(keyOf(path))
      if (!entry)
        throw new UnreadableFile(`The workbook lacks its part ${path}: it is damaged. Save it again.`)
      if (entry.isEncrypted())
        throw new UnreadableFile('This workbook is encrypted. Save it without a password and import that.')
      return chunksOf(await asUnreadable(() => zip.openReadStreamPromise(entry)), spend)
    },
  }
}

/** Whoever stops asking ends the stream. */
async function* chunksOf(
  stream: AsyncIterable<Uint8Array>,
  spend: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    spend(chunk.byteLength)
    yield chunk
  }
}

/** Parts are named without regard to case. */
const keyOf = (path: string): string => path.replace(/^\/+/, '').toLowerCase()

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>()
  await asUnreadable(async () => {
    for await (const entry of zip.eachEntry()) parts.set(keyOf(entry.fileName), entry)
  })
  return parts
}

/** What the archive's reader throws is the file's fault, and said as one sentence. */
export async function asUnreadable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    if (!(error instanceof Error)) throw error
    throw new UnreadableFile(
      `The workbook is damaged or cut off (${error.message.slice(0, 200)}). Open it in a spreadsheet and save it again.`,
    )
  }
}
