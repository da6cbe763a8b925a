import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, Finding, Unknown } from '@ai-census/schema'
import type { StoredSigns } from './analysis/stored-signs.ts'
import type { StoredHistory } from './history/known.ts'

/** What a look at one state of a scope came to. */
export interface StoredResult {
  /** The content that was read, and with which settings; `UNKNOWN_AGAIN` where nothing tells that it is the same. */
  readonly key: string
  readonly findings: readonly Finding[]
  readonly unknowns: readonly Unknown[]
  readonly claims: readonly Claim[]
  /** Which files the claims and the CODEOWNERS come from; null where nobody knows. */
  readonly claimsFrom: string | null
  /** The text of the CODEOWNERS file, for the owners of single places. */
  readonly codeowners: string | null
  /** The text of the list of accepted findings: whether one has expired depends on the day of the look. */
  readonly accepted: string | null
  /** Where the history was read. */
  readonly history: StoredHistory | null
}

/** What the files of a scope showed, by path and content. */
export interface SignsCache {
  /** `undefined` where nothing is known, null for a file that shows nothing. */
  get(path: string, id: string | null): StoredSigns | null | undefined
  put(path: string, id: string, signs: StoredSigns | null): void
}

export interface ScopeCache extends SignsCache {
  result(key: string): StoredResult | null
  /** What the last look found in the files that claims come from, where they are the same; else null. */
  claims(from: string): Pick<StoredResult, 'claims' | 'codeowners'> | null
  /** What the last look found out about the history, whatever the content was then. */
  history(): StoredHistory | null
  /** Keeps what was put (and only that) and the result, for the next scan. */
  save(result: StoredResult): void
  /** Files that were there but broken, and were thrown away. */
  readonly broken: number
}

/** No content's key. */
export const UNKNOWN_AGAIN = ''

// Rises when the form of the files changes.
const FORM = 4

export const noCache: ScopeCache = {
  get: () => undefined,
  put: () => undefined,
  result: () => null,
  claims: () => null,
  history: () => null,
  save: () => undefined,
  broken: 0,
}

/**
 * The cache of one scope: two files, replaced whole, so that it never grows beyond what the scope holds and two
 * scans at once do no harm. `analysis` names everything besides the content that decides what a file shows.
 * Holds signs, which never contain a secret. Whatever is wrong with it, it is only ever slow, never an error.
 */
export function openCache(folder: string, scopeKey: string, analysis: string): ScopeCache {
  const name = createHash('sha256').update(scopeKey).digest('hex').slice(0, 32)
  const signsFile = join(folder, 'code', `${name}.signs`)
  const resultFile = join(folder, 'code', `${name}.result`)
  const next = new Map<string, string>()
  let known: ReadonlyMap<string, string> | null = null
  let broken = 0

  const load = (file: string): string | null => {
    const body = read(file, `${FORM} ${analysis}`)
    if (body === 'broken') broken++
    return body === 'broken' ? null : body
  }
  let stored: StoredResult | null | undefined
  const storedResult = (): StoredResult | null => {
    if (stored !== undefined) return stored
    const body = load(resultFile)
    stored = body === null ? null : JSON.parse(body)
    return stored ?? null
  }
  return {
    get(path, id) {
      known ??= parseSigns(load(signsFile) ?? '')
      const line = id === null ? undefined : known.get(entryKey(path, id))
      return line === '' ? null : line
    },
    put: (path, id, signs) => next.set(entryKey(path, id), signs ?? ''),
    result(key) {
      const stored = storedResult()
      return stored?.key === key ? stored : null
    },
    claims(from) {
      const stored = storedResult()
      return stored?.claimsFrom === from ? stored : null
    },
    history: () => storedResult()?.history ?? null,
    save(result) {
      const lines = [...next].map(([key, line]) => `${key}\0${line}`)
      write(signsFile, `${FORM} ${analysis}`, lines.join('\n'))
      write(resultFile, `${FORM} ${analysis}`, JSON.stringify(result))
      forgetDrafts(join(folder, 'code'))
    },
    get broken() {
      return broken
    },
  }
}

// A path may hold any character but NUL; line feeds in it would break the lines.
const entryKey = (path: string, id: string) => `${id}\0${path.replaceAll('\n', '\0\0')}`

function parseSigns(body: string): Map<string, string> {
  const known = new Map<string, string>()
  for (const line of body.split('\n')) {
    const end = line.lastIndexOf('\0')
    if (end > 0) known.set(line.slice(0, end), line.slice(end + 1))
  }
  return known
}

const checksum = (text: string) => createHash('sha1').update(text).digest('hex')

/** The body of a cache file; null where there is none of this kind, `broken` where it is not whole. */
function read(file: string, head: string): string | null | 'broken' {
  try {
    const text = readFileSync(file, 'utf8')
    const [first = '', sum = ''] = text.slice(0, 1000).split('\n', 2)
    const body = text.slice(first.length + sum.length + 2)
    if (sum !== checksum(body)) return 'broken'
    return first === head ? body : null
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'broken'
  }
}

/** A cache that cannot be written, on a full disk or a read-only one, is no reason to lose a scan. */
function write(file: string, head: string, body: string): void {
  const beside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(beside, `${head}\n${checksum(body)}\n${body}`, { mode: 0o600 })
    renameSync(beside, file)
  } catch {
    remove(beside)
  }
}

const draft = /\.(signs|result)\.[0-9a-f]{12}$/
/** Nobody writes a file for so long. */
const ABANDONED_MS = 3_600_000

/** What scans that were killed in the midst of writing left behind. */
function forgetDrafts(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      if (draft.test(name) && statSync(file).mtimeMs < Date.now() - ABANDONED_MS) remove(file)
    }
  } catch {
    // Another scan removed it meanwhile, or nobody may look: then it stays a while longer.
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Where nothing can be removed, nothing could be written either.
  }
}
