import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageError } from './exit-codes.ts'
import { statePlace } from './state-place.ts'

/** The folder from which the person called, also when a package manager changed it on the way. */
export const callerFolder = (): string => process.env.AI_CENSUS_CWD ?? process.cwd()
export const fromCaller = (path: string): string => resolve(callerFolder(), path)

/** Where this user's scanner keeps its cache, its fingerprint key and reports that wait. */
export function stateFolder(): string {
  const base = statePlace()
  try {
    mkdirSync(base, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new UsageError(
      `cannot make the state folder ${base} (${reasonOf(error)}); name another one in AI_CENSUS_STATE`,
    )
  }
  return base
}

/** The key for fingerprints where no collector gives one: made once per user, so that scans can be compared. */
export function localFingerprintKey(): string {
  const file = join(stateFolder(), 'fingerprint.key')
  if (!existsSync(file)) makeKey(file)
  return readFileSync(file, 'utf8').trim()
}

/** Whole or not at all: a full disk must not leave an empty key. Of two scans at once, one's key is everybody's. */
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}.draft`
  try {
    writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 })
    linkSync(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST'))
      throw new UsageError(`cannot keep the fingerprint key ${file} (${reasonOf(error)})`)
  } finally {
    rmSync(draft, { force: true })
  }
}

export const spoolFolder = (collector: string): string =>
  join(stateFolder(), 'spool', createHash('sha256').update(collector).digest('hex').slice(0, 16))

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
