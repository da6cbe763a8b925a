import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue } from './catalogue.ts'
import { createPrefilter, type SharedTables, tablesFromFile, tablesToFile } from './engine/index.ts'

/** What the build writes: making the tables of some thousand literals takes longer than scanning a small repository. */
const GENERATED = fileURLToPath(new URL('../generated/prefilter.tables', import.meta.url))
const BESIDE_BUNDLE = new URL('./prefilter.tables', import.meta.url)

/** Of the code that makes the tables: in a checkout it may have changed since the build. */
const MAKERS = [
  'tables.ts',
  'windows.ts',
  'frequencies.ts',
  'frequencies.data.ts',
  'bytes.ts',
  'tables-file.ts',
]

/** SHA-256 in hexadecimal, before the tables. */
const STAMP_BYTES = 64

let last: { readonly catalogue: Catalogue; readonly tables: SharedTables } | undefined

/** The prefilter's tables for the catalogue's literals: as they were built, where that was of the same catalogue. */
export function literalTables(catalogue: Catalogue): SharedTables {
  if (last?.catalogue === catalogue) return last.tables
  const tables = built(catalogue) ?? makeTables(catalogue)
  last = { catalogue, tables }
  return tables
}

/** Tables that another thread has already; nothing is built for this catalogue any more. */
export function useTables(catalogue: Catalogue, tables: SharedTables): void {
  last = { catalogue, tables }
}

const makeTables = ({ literals }: Catalogue): SharedTables =>
  createPrefilter(literals, { foldCase: true }).share()

function built(catalogue: Catalogue): SharedTables | null {
  const beside = fileURLToPath(BESIDE_BUNDLE)
  // A bundle carries what its own build made, with the code and the catalogue that it was made from.
  if (existsSync(beside)) return readTables(beside, catalogue.hash)
  return existsSync(GENERATED) ? readTables(GENERATED, stampOf(catalogue)) : null
}

function readTables(file: string, stamp: string): SharedTables | null {
  const descriptor = openSync(file, 'r')
  try {
    const head = Buffer.alloc(2 * STAMP_BYTES)
    readSync(descriptor, head, 0, head.length, 0)
    if (!head.toString('latin1').includes(stamp)) return null
    const memory = new SharedArrayBuffer(fstatSync(descriptor).size - head.length)
    const read = readSync(descriptor, new Uint8Array(memory), 0, memory.byteLength, head.length)
    return read === memory.byteLength ? tablesFromFile(memory) : null
  } finally {
    closeSync(descriptor)
  }
}

/** Before the tables stand the hash of the catalogue, for bundles, and the stamp of its literals and of the code. */
export function writeTables(catalogue: Catalogue): void {
  mkdirSync(dirname(GENERATED), { recursive: true })
  const stamps = Buffer.from(catalogue.hash + stampOf(catalogue), 'latin1')
  writeFileSync(GENERATED, Buffer.concat([stamps, tablesToFile(makeTables(catalogue))]))
}

function stampOf({ literals }: Catalogue): string {
  const hash = createHash('sha256').update(literals.join('\n'))
  for (const name of MAKERS) hash.update(readFileSync(new URL(`./engine/${name}`, import.meta.url)))
  return hash.digest('hex')
}
