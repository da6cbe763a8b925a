import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the archive says its size is, where that is a lie. */
  readonly declaredSize?: number
}

/** A ZIP archive as an office program writes it: deflated parts, a directory at the end. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const fields = { name: Buffer.from(part.name), crc: crc32(content), packed: packed.length }
    const size = part.declaredSize ?? content.length
    const local = Buffer.concat([header(0x04034b50, fields, size), fields.name, packed])
    directory.push(header(0x02014b50, fields, size, offset), fields.name)
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}

interface Fields {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
}

/** A local header, or with `offset` the longer one of the directory. */
function header(signature: number, { name, crc, packed }: Fields, size: number, offset?: number): Buffer {
  const isCentral = offset !== undefined
  const at = isCentral ? 2 : 0
  const bytes = Buffer.alloc(isCentral ? 46 : 30)
  bytes.writeUInt32LE(signature, 0)
  if (isCentral) bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 4 + at)
  bytes.writeUInt16LE(0x0800, 6 + at)
  bytes.writeUInt16LE(8, 8 + at)
  bytes.writeUInt32LE(crc, 14 + at)
  bytes.writeUInt32LE(packed, 18 + at)
  bytes.writeUInt32LE(size, 22 + at)
  bytes.writeUInt16LE(name.length, 26 + at)
  if (isCentral) bytes.writeUInt32LE(offset, 42)
  return bytes
}
