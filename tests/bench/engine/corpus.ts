import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { walk } from './walk.ts'

/** Where benches keep what they make; ignored by git, safe to delete. */
export const workFolder = fileURLToPath(new URL('../.work/', import.meta.url))

const packagesFolder = fileURLToPath(new URL('../../../node_modules/.pnpm/', import.meta.url))
const lockFile = fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url))

/** Source, prose and configuration; source maps and lock files of others are no text that people write. */
const TEXT = /\.([cm]?[jt]sx?|json|md|mdx|h|c|cc|cpp|hpp|py|go|rs|sh|ya?ml|toml|sql|css|s?html|svelte|txt)$/i

const what = 'text files of the installed packages'

/** As much as a middling estate: what a process costs before it reads its first file is then a few per cent. */
const LEAST_BYTES = 400_000_000

export interface Corpus {
  /** For people: what the files are. */
  readonly what: string
  readonly folder: string
  readonly files: number
  readonly bytes: number
  /** How many times over it has each file. */
  readonly rounds: number
}

/** A folder of one's own repositories, `AI_CENSUS_BENCH_CORPUS=FOLDER`, in place of the installed packages. */
function ownCorpus(folder: string): Corpus {
  let files = 0
  let bytes = 0
  for (const file of walk(`${folder.replace(/\/$/, '')}/`)) {
    files++
    bytes += statSync(file).size
  }
  return { what: `files of ${folder}`, folder, files, bytes, rounds: 1 }
}

/**
 * The text files of the installed packages, as real files: one folder a package, nothing beside the folders.
 * A checkout that has fewer than the bytes wanted gets them several times over. Made once per lock file.
 */
export function prepareCorpus(): Corpus {
  if (process.env.AI_CENSUS_BENCH_CORPUS) return ownCorpus(process.env.AI_CENSUS_BENCH_CORPUS)
  const folder = join(workFolder, 'corpus')
  const noteFile = join(workFolder, 'corpus.json')
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(noteFile)) {
    const note = JSON.parse(readFileSync(noteFile, 'utf8'))
    if (note.lock === lock && note.least === LEAST_BYTES)
      return { what, folder, files: note.files, bytes: note.bytes, rounds: note.rounds }
  }
  rmSync(folder, { recursive: true, force: true })
  const sources = textFiles()
  let files = 0
  let bytes = 0
  let rounds = 0
  for (; bytes < LEAST_BYTES; rounds++) {
    for (const source of sources) {
      const name = source.slice(packagesFolder.length).replaceAll('/node_modules/', '/')
      const target = join(folder, `${rounds}-${name}`)
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(source, target)
      files++
      bytes += statSync(target).size
    }
  }
  writeFileSync(noteFile, JSON.stringify({ lock, least: LEAST_BYTES, files, bytes, rounds }))
  return { what, folder, files, bytes, rounds }
}

function textFiles(): string[] {
  const found: string[] = []
  for (const file of walk(packagesFolder)) {
    const name = file.slice(packagesFolder.length)
    if (TEXT.test(name) && name.includes('/')) found.push(file)
  }
  if (found.length === 0) throw new Error(`No text under ${packagesFolder}: install the packages first`)
  return found.sort()
}
