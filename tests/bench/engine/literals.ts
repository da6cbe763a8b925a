import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@ai-census/signatures'
import { walk } from './walk.ts'

const lockFile = fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url))

/** Shorter ones are left to the case with short literals. */
const SHORTEST = 5

export interface Literals {
  readonly all: readonly string[]
  /** How many of them are the catalogue's; the others are of the same shape. */
  readonly fromCatalogue: number
}

/**
 * The catalogue's literals, topped up to `count` with names of installed packages and identifiers of the corpus,
 * in an order that depends on nothing but their text.
 */
export function realLiterals(count: number, corpus: string): Literals {
  const catalogue = [...loadCatalogue().literals].filter((it) => it.length >= SHORTEST)
  const all = new Set(byHash(catalogue).slice(0, count))
  const fromCatalogue = all.size
  for (const source of [packageNames, () => identifiers(corpus)]) {
    if (all.size >= count) break
    for (const name of byHash(source())) {
      if (all.size >= count) break
      all.add(name)
    }
  }
  return { all: [...all], fromCatalogue }
}

/** Names with a scope or a hyphen: a name that is a plain word is not looked for in free text. */
function packageNames(): Set<string> {
  const names = new Set<string>()
  for (const [, name] of readFileSync(lockFile, 'utf8').matchAll(/^ {2}'?(@?[^'@\s]+)@\d[^:]*:/gm))
    if (name !== undefined && name.length >= SHORTEST && /[@-]/.test(name)) names.add(name)
  return names
}

/** One file in sixteen is read: enough for many thousands. */
function identifiers(corpus: string): Set<string> {
  const names = new Set<string>()
  for (const file of walk(corpus)) {
    if (hash(file.slice(corpus.length))[0]! >= 16) continue
    for (const [name] of readFileSync(file, 'latin1').matchAll(/\b[A-Za-z_][A-Za-z0-9_]{9,31}\b/g)) names.add(name)
  }
  return names
}

function byHash(names: Iterable<string>): string[] {
  return [...names]
    .map((name) => ({ name, order: hash(name).toString('hex') }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ name }) => name)
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
