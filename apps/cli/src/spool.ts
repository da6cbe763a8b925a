import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { reportDigest, type ScanReport } from '@ai-census/schema'
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
      writeWhole(of(scan, 'start.json'), JSON.stringify(body))
      return scan
    },

    add(scan: string, report: ScanReport): void {
      const digest = reportDigest(report)
      writeWhole(of(scan, `${digest}.report.gz`), gzipSync(JSON.stringify(report)))
      // The small file names the large one, so it comes last: what it names is there whole.
      writeWhole(
        of(scan, `${digest}.json`),
        JSON.stringify({ scope: report.scope.key, digest, at: report.finishedAt }),
      )
    },

    finish(scan: string, body: SpooledFinish): void {
      writeWhole(of(scan, 'finish.json'), JSON.stringify(body))
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
          const about = readJson<Omit<SpooledReport, 'file'>>(of(scan, name))
          return about ? [{ ...about, file: of(scan, `${about.digest}.report.gz`) }] : []
        })
    },

    /** The report as it goes over the wire: gzip'd JSON. Null when another process has sent it meanwhile. */
    body(report: SpooledReport): Buffer | null {
      try {
        return readFileSync(report.file)
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null
        throw error
      }
    },

    taken(scan: string, report: SpooledReport): void {
      rmSync(of(scan, `${report.digest}.json`), { force: true })
      rmSync(report.file, { force: true })
    },

    /** The collector will never take it: kept beside the spool for a person, with the collector's answer. */
    refuse(scan: string, report: SpooledReport, problem: string): string {
      const to = join(folder, '..', 'refused')
      makeFolder(to)
      const kept = join(to, `${scan}-${report.digest}.json`)
      const body = this.body(report)
      if (body) writeWhole(kept, gunzipSync(body))
      writeWhole(`${kept}.problem.txt`, problem)
      this.taken(scan, report)
      return kept
    },

    /** The collector's fingerprint key as it was last told, for scans while it is away. */
    keepKey(key: string): void {
      makeFolder(folder)
      if (this.keptKey() !== key) writeWhole(join(folder, 'fingerprint.key'), key)
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

/** Appears whole or not at all, and survives a power cut once this returns. */
function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.${process.pid}.draft`
  try {
    const handle = openSync(draft, 'w', 0o600)
    try {
      const bytes = Buffer.from(content)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
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

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw cannotKeep(path, error)
  }
}

/** A full disk or a closed folder is for the caller to mend; a report that is not kept here is not sent either. */
const cannotKeep = (path: string, error: unknown): UsageError =>
  new UsageError(`reports cannot be kept in ${dirname(path)} until they are sent (${reasonOf(error)})`)

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
