import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import type { Unknown } from '@ai-census/schema'
import ignore, { type Ignore } from 'ignore'
import { repositoryAt } from '../git/repository.ts'
import { isForeignFolder } from './skip.ts'

/** What lies below a folder. Paths are relative to it, with `/`. */
export interface Walked {
  readonly files: string[]
  /** Symbolic link → target as written. None is followed. */
  readonly links: Map<string, string>
  /** Folders below that are repositories of their own; nothing in them was listed. */
  readonly repositories: string[]
  readonly unknowns: Unknown[]
}

export interface WalkOptions {
  /** Leave out what the `.gitignore` files on the way name. */
  readonly gitignore: boolean
  readonly signal: AbortSignal
}

interface Folder {
  readonly path: string
  /** How many folders were listed before the one that it lies in. */
  readonly parent: number
  /** The `.gitignore` files that speak of it, outermost first, each with the folder it lies in. */
  readonly rules: readonly Rules[]
}

interface Rules {
  readonly below: string
  readonly matcher: Ignore
}

/** Lists a folder without git. Synchronous and quick; tells the folders that it may not read. */
export function walk(root: string, options: WalkOptions): Walked {
  const walked: Walked = { files: [], links: new Map(), repositories: [], unknowns: [] }
  const stack: Folder[] = [{ path: '', parent: -1, rules: [] }]
  const found: Folder[] = []
  for (let folder = stack.pop(), listings = 0; folder; folder = stack.pop(), listings++) {
    options.signal.throwIfAborted()
    const at = folder.path ? `${root}/${folder.path}` : root
    const listed = list(at)
    if (folder.path !== '' && mayBeRepository(listed) && repositoryAt(at)) {
      found.push(folder)
      continue
    }
    if ('detail' in listed) walked.unknowns.push({ place: folder.path || '.', ...listed })
    const entries = 'detail' in listed ? [] : listed
    const rules = options.gitignore ? withOwnRules(root, folder, entries) : []
    for (const entry of entries) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name
      if (entry.isDirectory()) {
        if (isForeignFolder(entry.name) || isIgnored(`${path}/`, rules)) continue
        stack.push({ path, parent: listings, rules })
      } else if (entry.isFile()) {
        if (!isIgnored(path, rules)) walked.files.push(path)
      } else if (entry.isSymbolicLink() && !isIgnored(path, rules)) {
        walked.links.set(path, readlinkSync(join(root, path)))
      }
    }
  }
  // Of two clones of one repository the first is known by its remote: those that lie higher come first.
  found.sort((a, b) => a.parent - b.parent || (a.path < b.path ? -1 : 1))
  walked.repositories.push(...found.map(({ path }) => path))
  return walked
}

type Unlisted = Omit<Unknown, 'place'>

/** Names that were listed already say of nearly every folder that it is no repository: the disk is not asked. */
const mayBeRepository = (listed: readonly Dirent[] | Unlisted): boolean =>
  'detail' in listed || listed.some(({ name }) => name === '.git' || name === 'HEAD')

function list(folder: string): Dirent[] | Unlisted {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // A folder that may not be read, or has gone meanwhile, is a place that we could not see.
    const gone = !existsSync(folder)
    const detail = gone
      ? 'The folder vanished during the scan.'
      : `The folder could not be listed (${codeOf(error)}).`
    return { reason: gone ? 'unavailable' : 'permission', detail }
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

function withOwnRules(root: string, folder: Folder, entries: readonly Dirent[]): readonly Rules[] {
  const own = entries.find((entry) => entry.name === '.gitignore' && entry.isFile())
  if (!own) return folder.rules
  try {
    const matcher = ignore({ allowRelativePaths: true }).add(
      readFileSync(join(root, folder.path, '.gitignore'), 'utf8'),
    )
    return [...folder.rules, { below: folder.path ? `${folder.path}/` : '', matcher }]
  } catch {
    // Rules that cannot be read leave nothing out: more is read, and the file itself becomes an unknown later.
    return folder.rules
  }
}

/** The innermost file that says anything decides, as in git. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const rule = rules[i]
    const verdict = rule?.matcher.test(path.slice(rule.below.length))
    if (verdict?.ignored) return true
    if (verdict?.unignored) return false
  }
  return false
}

/** What tells a file on a disk from its former self without reading it, as git's index does; null once it is gone. */
export function statId(path: string, before: number): string | null {
  const stat: Stats | undefined = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return null
  // A file written a moment ago could be written again within the same tick of its clock.
  if (Math.max(stat.mtimeMs, stat.ctimeMs) > before - 2000) return null
  return `stat:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}:${stat.ino}`
}
