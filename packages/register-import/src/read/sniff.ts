import { UnreadableFile } from './table.ts'

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/** Files that are certainly something else, by how they begin, with what to do instead. */
const OTHERS: readonly { readonly magic: readonly number[]; readonly message: string }[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], message: 'This is a PDF. Export the register as .xlsx or .csv.' },
  { magic: [0x89, 0x50, 0x4e, 0x47], message: 'This is a picture. Export the register as .xlsx or .csv.' },
  { magic: [0xff, 0xd8, 0xff], message: 'This is a picture. Export the register as .xlsx or .csv.' },
  { magic: [0x1f, 0x8b], message: 'This is a gzip archive. Unpack it first.' },
  { magic: [0x52, 0x61, 0x72, 0x21], message: 'This is a RAR archive. Unpack it first.' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], message: 'This is a 7-Zip archive. Unpack it first.' },
  {
    magic: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    message: 'This is a text document. Export the register as .xlsx or .csv.',
  },
]

/** What the bytes are, whatever the file is called. Throws `UnreadableFile` with what to do. */
export function kindOf(bytes: Uint8Array): 'csv' | 'xlsx' {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty.')
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile(compoundMessage(bytes))
  const other = OTHERS.find(({ magic }) => starts(bytes, ...magic))
  if (other) throw new UnreadableFile(other.message)
  if (isMarkup(bytes))
    throw new UnreadableFile(
      'This is a web page or an XML document, whatever its name ends in. Open it in a spreadsheet and save it as .xlsx or .csv.',
    )
  if (/^\uFEFF?\s*[{[]\s*["{[]/.test(headOf(bytes)))
    throw new UnreadableFile('This is JSON. Export the register as .xlsx or .csv.')
  if (isBinary(bytes))
    throw new UnreadableFile('This is no text and no workbook. Export the register as .xlsx or .csv.')
  return 'csv'
}

/** A workbook under a password lies encrypted in the same container that old workbooks are. */
function compoundMessage(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return 'This workbook is protected by a password, so nobody can read it without. Save it without a password and import that.'
  return 'This is a workbook of the old kind (.xls). Save it as .xlsx or .csv.'
}

const headOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, 200))

const isMarkup = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*<(!doctype|html|\?xml|table|meta|head)/i.test(headOf(bytes))

/** Text may hold a stray NUL; what is full of control characters is none. UTF-16 is told by its pattern elsewhere. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024)
  let control = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1
  let zeros = 0
  for (const byte of sample) if (byte === 0) zeros += 1
  return control - zeros > sample.length * 0.02 + 8 || isScattered(sample, zeros)
}

/** Zero bytes that are many and in no order of two. */
function isScattered(sample: Uint8Array, zeros: number): boolean {
  if (zeros <= sample.length * 0.05 + 8) return false
  let even = 0
  for (let i = 0; i < sample.length; i += 2) if (sample[i] === 0) even += 1
  return Math.min(even, zeros - even) > zeros * 0.1
}
