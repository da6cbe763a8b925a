import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OperatorError } from '../errors.ts'
import { type FolderLock, lockFolder } from './lock.ts'

/** Grows when the folder's layout, or the embedded PostgreSQL's major version, changes. */
export const FOLDER_FORMAT = 1

/** The data folder of an embedded collector: `lock`, `version.json`, `postgres/`, `fingerprint.key`. */
export interface DataFolder extends FolderLock {
  path: string
  postgres: string
}

/** Makes or opens the folder and locks it. Throws an OperatorError when it is in use or of a newer version. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  makeFolder(path)
  const lock = lockFolder(path)
  try {
    checkVersion(path)
    return { ...lock, path, postgres: join(path, 'postgres') }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeFolder(path: string): void {
  try {
    if (!existsSync(path)) mkdirSync(path, { recursive: true, mode: 0o700 })
    if (!statSync(path).isDirectory()) throw new OperatorError(`The data folder ${path} is not a folder.`)
    mkdirSync(join(path, 'postgres'), { recursive: true, mode: 0o700 })
    if (process.platform !== 'win32') chmodSync(join(path, 'postgres'), 0o700)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    const code = (error as NodeJS.ErrnoException).code // fs throws errno errors only
    throw new OperatorError(`The data folder ${path} cannot be made or written (${code}).`)
  }
}

function checkVersion(path: string): void {
  const file = join(path, 'version.json')
  const format = existsSync(file) ? formatOf(readFileSync(file, 'utf8')) : 0
  if (format === null) throw new OperatorError(`${file} is damaged; restore it or the folder from a backup.`)
  if (format > FOLDER_FORMAT)
    throw new OperatorError(
      `The data folder ${path} was written by a newer AI Census (format ${format}, this one knows ${FOLDER_FORMAT}); use that version.`,
    )
  if (format === FOLDER_FORMAT) return
  writeFileSync(`${file}.next`, `${JSON.stringify({ format: FOLDER_FORMAT })}\n`)
  renameSync(`${file}.next`, file)
}

function formatOf(text: string): number | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('format' in value)) return null
    return typeof value.format === 'number' ? value.format : null
  } catch {
    return null
  }
}
