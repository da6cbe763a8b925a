import { createHash } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
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

/** A folder for what test runs share: one per checkout and user, reachable by the user that the server runs as. */
export function sharedFolder(): string {
  const base = isOpenToAll(tmpdir()) ? tmpdir() : '/tmp'
  const folder = join(base, `ai-census-test-${process.getuid?.() ?? 0}-${short(import.meta.dirname)}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** Differs as soon as a database made from these migrations would. */
export const migrationsHash = (): string => short(JSON.stringify(migrations))
