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
 * The catalogue's literals, topped up to `count` with literals of the same shapes, in an order that depends on
 * nothing but their text: names of installed packages that have a scope or a hyphen (they do occur in the corpus),
 * then what a supplier named after a package would add (`ACME_API_KEY`, `api.acme.com`, `@ai-sdk/acme` …).
 */
export function realLiterals(count: number): Literals {
  const all = new Set(byHash(loadCatalogue().literals.filter((it) => it.length >= SHORTEST)))
  const fromCatalogue = Math.min(count, all.size)
  const names = packageNames()
  for (const name of names) if (/[@-]/.test(name)) all.add(name)
  for (const form of FORMS) for (const name of names) all.add(form(name))
  if (all.size < count) throw new Error(`There are ${all.size} literals to be had, not ${count}`)
  return { all: [...all].slice(0, count), fromCatalogue }
}

/** What the product scans for. */
export function catalogueLiterals(): readonly string[] {
  return loadCatalogue().literals
}

/** The signs that suppliers' signatures consist of, with the share of each kind that real ones have. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => `${constant(name)}_API_KEY`,
  (name) => `api.${plain(name)}.com`,
  (name) => `@ai-sdk/${plain(name)}`,
  (name) => `langchain-${plain(name)}`,
  (name) => `${constant(name)}_BASE_URL`,
  (name) => `${plain(name)}-sdk`,
  (name) => `llama_index.llms.${plain(name).replaceAll('-', '_')}`,
  (name) => `.${plain(name)}.ai`,
  (name) => `${plain(name).replaceAll('-', '')}/chat-`,
  (name) => `${constant(name)}_ENDPOINT`,
  (name) => `inference.${plain(name)}.dev`,
  (name) => `aws_${plain(name).replaceAll('-', '_')}_agent`,
  (name) => `llama-index-embeddings-${plain(name)}`,
  (name) => `${constant(name)}_MODEL`,
  (name) => `ghcr.io/${plain(name)}/`,
  (name) => `${plain(name)}_client.`,
  (name) => `@langchain/${plain(name)}`,
  (name) => `${plain(name)}-ai`,
  (name) => `opentelemetry-instrumentation-${plain(name)}`,
  (name) => `google.${plain(name)}`,
  (name) => `Microsoft.${plain(name)}/`,
  (name) => `"${plain(name)}/`,
  (name) => `${plain(name)}-v1-`,
  (name) => `spring.ai.${plain(name)}`,
  (name) => `github.com/${plain(name)}/`,
]

const plain = (name: string): string => name.replace(/^@/, '').replaceAll('/', '-').replaceAll('.', '-')
const constant = (name: string): string => plain(name).replaceAll('-', '_').toUpperCase()

function packageNames(): string[] {
  const names = new Set<string>()
  for (const [, name] of readFileSync(lockFile, 'utf8').matchAll(/^ {2}'?(@?[^'@\s]+)@\d[^:]*:/gm))
    if (name !== undefined && name.length >= SHORTEST) names.add(name)
  return byHash(names)
}

/**
 * The worst that a catalogue can be: identifiers of the corpus itself, so that nothing is rare. One file in sixteen
 * is read: enough for many thousands.
 */
export function hostileLiterals(count: number, corpus: string): string[] {
  const names = new Set<string>()
  for (const file of walk(corpus)) {
    if (hash(file.slice(corpus.length))[0]! >= 16) continue
    for (const [name] of readFileSync(file, 'latin1').matchAll(/\b[A-Za-z_][A-Za-z0-9_]{9,31}\b/g))
      names.add(name)
  }
  return byHash(names).slice(0, count)
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
