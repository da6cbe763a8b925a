import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ScanContext } from '@ai-census/scanner-kit'
import type { z } from 'zod'

/** A record that is kept between scans. */
export interface Kept<T> {
  get(): T | null
  set(value: T): void
}

/** What is kept between scans of one place at one host by one way of access; a file a record. */
export interface HostState {
  /** `heads/17`: a folder, and a name that may hold any character. */
  record<T>(folder: string, name: string, schema: z.ZodType<T>): Kept<T>
}

// Rises when the form of the files changes.
const FORM = 2

const nothing: Kept<never> = { get: () => null, set: () => undefined }
const noState: HostState = { record: () => nothing }

/**
 * @param source the place at the host, or the host
 * @param credentials tell what is kept apart: who sees less must not reuse more. Their fingerprint alone is used.
 */
export function openHostState(
  { config: { cacheFolder: folder }, fingerprint }: ScanContext<{ cacheFolder?: string | undefined }>,
  scanner: string,
  source: string,
  credentials: string,
): HostState {
  if (!folder) return noState
  const access = fingerprint(`${scanner} ${credentials}`)
  const name = createHash('sha256').update(`${FORM}\0${source}\0${access}`).digest('hex').slice(0, 32)
  const root = join(folder, scanner, name)
  return {
    record: (kind, id, schema) => kept(join(root, kind, `${encodeURIComponent(id)}.json`), schema),
  }
}

/** Whatever is wrong with a file, the scan is only ever slower for it. */
function kept<T>(file: string, schema: z.ZodType<T>): Kept<T> {
  return {
    get() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    set(value) {
      const beside = `${file}.${randomBytes(6).toString('hex')}`
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
        writeFileSync(beside, JSON.stringify(value), { mode: 0o600 })
        renameSync(beside, file)
      } catch {
        // A full disk or a read-only one is no reason to lose a scan.
        rmSync(beside, { force: true })
      }
    },
  }
}
