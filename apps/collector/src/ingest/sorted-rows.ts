import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sighting } from '@ai-census/inventory'
import { HttpProblem } from '../http/problem.ts'

/** A finding as it goes into the ledger. */
export interface SeenRow extends Sighting {
  /** Where it stood in the report: its index, or its line. */
  readonly place: number
  /** The finding as JSON; empty where the ledger has it already. */
  readonly content: string
}

/** Where text is sorted as PostgreSQL's "C" does it: by code points, which is the order of its UTF-8 bytes. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

const inOrder = (a: SeenRow, b: SeenRow): number => byCodePoint(a.key, b.key) || a.place - b.place

/** How much is sorted in memory before it goes to the disk, in characters. */
const RUN_SIZE = 32 * 1024 * 1024
const BATCH = 2000

export interface SortedRows {
  add(row: SeenRow): Promise<void> | undefined
  /** All rows by key, those of one key in the order of their places; as often as it is asked for. */
  read(): AsyncGenerator<SeenRow[]>
  close(): Promise<void>
}

/**
 * Sorts any number of rows in constant memory: runs that fit are sorted and written one after the other to a file
 * that no folder names any more, and merged as they are read. What fits in one run never touches the disk.
 */
export function sortedRows(runSize: number = RUN_SIZE): SortedRows {
  let rows: SeenRow[] = []
  let size = 0
  let sorted = false
  let file: FileHandle | null = null
  const runs: { start: number; end: number }[] = []

  const spill = async (): Promise<void> => {
    rows.sort(inOrder)
    const start = runs.at(-1)?.end ?? 0
    let end = start
    try {
      file ??= await openNameless()
      for (const part of inBatches(rows)) {
        const bytes = Buffer.from(part.map(encode).join(''))
        await file.write(bytes, 0, bytes.length, end)
        end += bytes.length
      }
    } catch (error) {
      throw noRoom(error)
    }
    runs.push({ start, end })
    rows = []
    size = 0
  }

  return {
    add(row) {
      rows.push(row)
      sorted = false
      size += row.content.length + 400
      return size > runSize ? spill() : undefined
    },
    async *read() {
      if (!sorted) rows.sort(inOrder)
      sorted = true
      const handle = file
      if (!handle) yield* inBatches(rows)
      else yield* merge([...runs.map((run) => readRun(handle, run)), asAsync(inBatches(rows))])
    },
    async close() {
      await file?.close()
    },
  }
}

function* inBatches(rows: readonly SeenRow[]): Generator<SeenRow[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}

async function* asAsync<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `ai-census-report-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

/** The disk's fault, not the report's: the caller may try again. */
function noRoom(error: unknown): HttpProblem {
  const reason = error instanceof Error ? error.message : String(error)
  return new HttpProblem(507, `A report of this size does not fit into the temporary folder (${reason}).`)
}

// A row as a line: JSON has neither tabs nor line ends of its own.
const encode = ({ key, kind, hash, essence, createdAt, place, content }: SeenRow): string =>
  `${JSON.stringify(key)}\t${JSON.stringify(createdAt)}\t${kind}\t${hash}\t${essence}\t${place}\t${content}\n`

function decode(line: string): SeenRow {
  const [key = '', createdAt = '', kind = '', hash = '', essence = '', place = '', content = ''] =
    line.split('\t')
  return {
    key: JSON.parse(key),
    createdAt: JSON.parse(createdAt),
    kind: kind as SeenRow['kind'], // `encode` wrote it
    hash,
    essence,
    place: Number(place),
    content,
  }
}

const CHUNK = 128 * 1024

async function* readRun(
  file: FileHandle,
  { start, end }: { start: number; end: number },
): AsyncGenerator<SeenRow[]> {
  let rest = Buffer.alloc(0)
  for (let at = start; at < end; ) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) throw new Error('a sorted run ended early')
    at += bytesRead
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    const last = bytes.lastIndexOf(0x0a)
    rest = bytes.subarray(last + 1)
    if (last !== -1) yield bytes.toString('utf8', 0, last).split('\n').map(decode)
  }
}

interface Head {
  rows: SeenRow[]
  at: number
  source: AsyncGenerator<SeenRow[]>
}

/** The smallest of the runs' next rows, again and again. Runs are few, so looking at each is quick. */
async function* merge(sources: AsyncGenerator<SeenRow[]>[]): AsyncGenerator<SeenRow[]> {
  const opened = await Promise.all(sources.map(async (source) => fill({ rows: [], at: 0, source })))
  let heads = opened.filter((head) => head !== null)
  let batch: SeenRow[] = []
  while (heads.length > 0) {
    const head = heads.reduce((least, one) => (inOrder(rowOf(one), rowOf(least)) < 0 ? one : least))
    batch.push(rowOf(head))
    head.at += 1
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
    if (head.at === head.rows.length && !(await fill(head))) heads = heads.filter((one) => one !== head)
  }
  if (batch.length > 0) yield batch
}

/** Null when its run is at its end. */
async function fill(head: Head): Promise<Head | null> {
  const { value, done } = await head.source.next()
  if (done) return null
  head.rows = value
  head.at = 0
  return value.length > 0 ? head : fill(head)
}

function rowOf({ rows, at }: Head): SeenRow {
  const row = rows[at]
  if (!row) throw new Error('a run was read beyond its end')
  return row
}
