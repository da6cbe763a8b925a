import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import { isRunning, startOf } from './process.ts'

/** PGlite takes no lock of its own: two processes on one folder lose data without a word. */
export interface FolderLock {
  /** Tells others where the owner answers. */
  announce(url: string): void
  release(): void
}

interface Owner {
  pid: number
  host: string
  /** Tells a reused process id from the one that took the lock. */
  start: string | null
  url?: string
}

const HEARTBEAT_MS = 5000
/** A lock taken on another machine (a shared volume, a container) counts as held while it is this young. */
const FOREIGN_MS = 30_000

const errno = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code // fs throws errno errors

/** Takes the folder for this process. Throws an OperatorError that names the owner when it is taken. */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock')
  const owner: Owner = { pid: process.pid, host: hostname(), start: startOf(process.pid) }
  if (!create(path, owner)) {
    const text = readText(path)
    if (text !== null) {
      refuseIfHeld(path, folder, text)
      moveAside(path, text)
    }
    if (!create(path, owner)) refuse(folder, parse(readText(path) ?? ''))
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    announce: (url) => replace(path, { ...owner, url }),
    release: () => {
      clearInterval(heartbeat)
      if (parse(readText(path) ?? '')?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}

/** Where the process that holds this folder answers, or null when nobody holds it. */
export function folderOwner(folder: string): { pid: number; url?: string } | null {
  const path = join(folder, 'lock')
  const text = readText(path)
  const owner = text === null ? null : parse(text)
  return owner && isHeld(path, owner) ? owner : null
}

/** Makes the lock whole or not at all: a link to a file that is already written. */
function create(path: string, owner: Owner): boolean {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errno(error) === 'EEXIST') return false
    return createWithoutLinks(path, owner)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** For file systems that have no hard links. */
function createWithoutLinks(path: string, owner: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (errno(error) === 'EEXIST') return false
    throw error
  }
}

function replace(path: string, owner: Owner): void {
  writeFileSync(`${path}.next`, JSON.stringify(owner), { mode: 0o600 })
  renameSync(`${path}.next`, path)
}

/** Renames the dead owner's lock; whoever finds that he moved a living one puts it back. */
function moveAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errno(error) === 'ENOENT') return
    throw error
  }
  if (readText(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if (errno(error) !== 'EEXIST') throw error
    }
  }
  rmSync(aside, { force: true })
}

function refuseIfHeld(path: string, folder: string, text: string): void {
  const owner = parse(text)
  if (owner && isHeld(path, owner)) refuse(folder, owner)
}

function isHeld(path: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return Date.now() - modifiedAt(path) < FOREIGN_MS
  if (!isRunning(owner.pid)) return false
  const start = startOf(owner.pid)
  return start === null || owner.start === null || start === owner.start
}

function refuse(folder: string, owner: Owner | null): never {
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another process'
  const where = owner?.url ? `; AI Census already runs at ${owner.url}` : ''
  throw new OperatorError(`The data folder ${folder} is in use by ${who}${where}.`)
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
}

function parse(text: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(text)
    return isOwner(owner) ? owner : null
  } catch {
    return null // a torn write of a machine that lost power: nobody holds it
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'host' in value

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The folder went away under a running collector; the next query says so better than a heartbeat could.
  }
}
