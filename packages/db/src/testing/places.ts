import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { migrations } from '../migrations/embedded.ts'

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Whether any user may pass through this folder and all above it. */
export function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Where temporary folders go that another user must reach too. */
const openBase = (): string => (isOpenToAll(tmpdir()) ? tmpdir() : '/tmp')

/** A new folder that the user whom a PostgreSQL server runs as can reach. */
export function openFolder(name: string): string {
  const folder = mkdtempSync(join(openBase(), `ai-census-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** A folder for what test runs share: one per checkout and user, reachable by the user that the server runs as. */
export function sharedFolder(): string {
  const folder = join(openBase(), `ai-census-test-${process.getuid?.() ?? 0}-${short(import.meta.dirname)}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** Differs as soon as a database made from these migrations would. */
export const migrationsHash = (): string => short(JSON.stringify(migrations))
