import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openAsBlob,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { REPORT_LINES_MEDIA, reportDigest, reportLines, type ScanReport } from '@ai-census/schema'
import { UsageError } from './exit-codes.ts'
import { isCode, reasonOf } from './state.ts'

/** What a scan says of itself when it starts, and when it ends: the bodies of the collector's two requests. */
export interface SpooledStart {
  scanner: string
  version: string
  catalogue: string
  source: string
  startedAt: string
}
export interface SpooledFinish {
  finishedAt: string
  coverage: ScanReport['coverage']
}
export interface SpooledReport {
  file: string
  scope: string
  digest: string
  at: string
  /** The body's media type; reports of older versions are JSON. */
  media: string
}

/**
 * Reports that a collector has not taken yet, on disk. A report is in the spool, synced, before anything is
 * sent, and leaves it only when the collector has acknowledged it; the collector takes each once, however often
 * it is sent. One folder a scan: `start.json`, `<digest>.report.gz` with `<digest>.json`, `finish.json`.
 */
export function createSpool(folder: string) {
  const of = (scan: string, ...rest: string[]) => join(folder, scan, ...rest)

  return {
    folder,

    start(body: SpooledStart): string {
      const scan = randomUUID()
      makeFolder(of(scan))
      writeWhole(of(scan, 'start.json'), [JSON.stringify(body)])
      return scan
    },

    add(scan: string, report: ScanReport): void {
      const digest = reportDigest(report)
      writeWhole(of(scan, `${digest}.report.gz`), compressed(reportLines(report)))
      // The small file names the large one, so it comes last: what it names is there whole.
      const about = { scope: report.scope.key, digest, at: report.finishedAt, media: REPORT_LINES_MEDIA }
      writeWhole(of(scan, `${digest}.json`), [JSON.stringify(about)])
    },

    finish(scan: string, body: SpooledFinish): void {
      writeWhole(of(scan, 'finish.json'), [JSON.stringify(body)])
    },

    /** Scans that wait, oldest first. */
    scans(): { scan: string; start: SpooledStart; finish: SpooledFinish | null }[] {
      return list(folder)
        .flatMap((scan) => {
          const start = readJson<SpooledStart>(of(scan, 'start.json'))
          return start ? [{ scan, start, finish: readJson<SpooledFinish>(of(scan, 'finish.json')) }] : []
        })
        .sort((a, b) => (a.start.startedAt < b.start.startedAt ? -1 : 1))
    },

    reports(scan: string): SpooledReport[] {
      return list(of(scan))
        .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
        .flatMap((name) => {
          const about = readJson<Omit<SpooledReport, 'file' | 'media'> & { media?: string }>(of(scan, name))
          const file = of(scan, name.replace(/json$/, 'report.gz'))
          return about ? [{ media: 'application/json', ...about, file }] : []
        })
    },

    /** The report as it goes over the wire, read as it is sent. Null when another process has sent it meanwhile. */
    body(report: SpooledReport): Promise<Blob> | null {
      return existsSync(report.file) ? openAsBlob(report.file) : null
    },

    taken(scan: string, report: SpooledReport): void {
      rmSync(of(scan, `${report.digest}.json`), { force: true })
      rmSync(report.file, { force: true })
    },

    /** The collector will never take it: kept beside the spool for a person, with the collector's answer. */
    refuse(scan: string, report: SpooledReport, problem: string): string {
      const to = join(folder, '..', 'refused')
      makeFolder(to)
      const kept = join(to, `${scan}-${report.digest}.report.gz`)
      if (existsSync(report.file)) renameSync(report.file, kept)
      writeWhole(`${kept}.problem.txt`, [problem])
      this.taken(scan, report)
      return kept
    },

    /** The collector's fingerprint key as it was last told, for scans while it is away. */
    keepKey(key: string): void {
      makeFolder(folder)
      if (this.keptKey() !== key) writeWhole(join(folder, 'fingerprint.key'), [key])
    },

    keptKey(): string | null {
      const file = join(folder, 'fingerprint.key')
      return existsSync(file) ? readFileSync(file, 'utf8') : null
    },

    close(scan: string): void {
      rmSync(of(scan), { recursive: true, force: true })
    },
  }
}

export type Spool = ReturnType<typeof createSpool>

/** A gzip file may be made of many, one after the other; so nothing is ever in memory whole. */
function* compressed(lines: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < MEMBER) continue
    yield gzipSync(text)
    text = ''
  }
  yield gzipSync(text)
}

const MEMBER = 4 * 1024 * 1024

/** Appears whole or not at all, and survives a power cut once this returns. */
function writeWhole(file: string, parts: Iterable<string | Buffer>): void {
  const draft = `${file}.${process.pid}.draft`
  try {
    const handle = openSync(draft, 'w', 0o600)
    try {
      for (const part of parts) writeAll(handle, Buffer.from(part))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw cannotKeep(file, error)
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw cannotKeep(path, error)
  }
}

/** What is not on the disk is not sent either: the scan ends here, and says so. */
const cannotKeep = (path: string, error: unknown): UsageError =>
  new UsageError(
    `a report could not be kept in ${dirname(path)} and was not sent (${reasonOf(error)}); make room there, or name another folder in AI_CENSUS_STATE`,
  )

function readJson<T>(file: string): T | null {
  if (!existsSync(file)) return null
  // Only this file writes them, whole.
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}
