import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CoverageStatus, Finding, Unknown } from '@ai-census/schema'
import { z } from 'zod'
import { Repository } from './schema.ts'

/** A page of an organisation's repositories as it was seen last. */
export const KnownPage = z.object({
  etag: z.string(),
  isLast: z.boolean(),
  repositories: z.array(Repository),
})
export type KnownPage = z.infer<typeof KnownPage>

/** What was asked of GitHub for a repository, and when it had been pushed to. */
export const KnownHead = z.object({
  pushedAt: z.string().nullable(),
  branch: z.string().nullable(),
  /** Null in a repository without a commit. */
  commit: z.string().nullable(),
})
export type KnownHead = z.infer<typeof KnownHead>

/** What a look at a repository's settings came to. */
export const KnownSettings = z.object({
  pushedAt: z.string().nullable(),
  /** With which eyes: the scanner's version, the catalogue. */
  seenWith: z.string(),
  askedAt: z.number(),
  findings: z.array(Finding),
  unknowns: z.array(Unknown),
  coverage: z
    .object({
      status: CoverageStatus.exclude(['complete']),
      reason: z.string(),
      detail: z.string(),
    })
    .nullable(),
})
export type KnownSettings = z.infer<typeof KnownSettings>

/** A record that is kept between scans. */
export interface Kept<T> {
  get(): T | null
  set(value: T): void
}

/** What is kept between scans of one organisation at one host by one way of access; a file a record. */
export interface State {
  page(number: number): Kept<KnownPage>
  head(repository: number): Kept<KnownHead>
  settings(repository: number): Kept<KnownSettings>
}

// Rises when the form of the files changes.
const FORM = 1

const nothing: Kept<never> = { get: () => null, set: () => undefined }
export const noState: State = { page: () => nothing, head: () => nothing, settings: () => nothing }

/** @param access tells deployments and credentials apart without being them: who sees less must not reuse more */
export function openState(folder: string, source: string, access: string): State {
  const name = createHash('sha256').update(`${FORM}\0${source}\0${access}`).digest('hex').slice(0, 32)
  const root = join(folder, 'github', name)
  return {
    page: (number) => kept(join(root, 'pages', `${number}.json`), KnownPage),
    head: (repository) => kept(join(root, 'heads', `${repository}.json`), KnownHead),
    settings: (repository) => kept(join(root, 'settings', `${repository}.json`), KnownSettings),
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
