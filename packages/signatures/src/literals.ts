import { beginningsOf } from './beginnings.ts'
import { ANYWHERE } from './lookup/claims.ts'
import { forkableName } from './lookup/forks.ts'
import { globalLiterals } from './lookup/globals.ts'
import { derivedModules, modulesOf } from './lookup/modules.ts'
import { literalPrefix } from './match.ts'
import type { KeyShape, ModelFamily, Signature } from './signature.ts'

export type LiteralKind =
  | 'package'
  | 'import'
  | 'host'
  | 'environment'
  | 'key'
  | 'image'
  | 'command'
  | 'assistant'
  | 'resource'
  | 'service'
  | 'action'
  | 'model'
  | 'organisation'
  | 'model-prefix'
  | 'extension'
  | 'field-type'
  | 'query'

/** What an occurrence of a literal may be a sign of. */
export interface LiteralMeaning {
  readonly kind: LiteralKind
  readonly supplier: string
  /** The sign as the signature declares it. */
  readonly entry: string
}

/** Shorter literals hit everywhere; short package names are looked for together with what stands around them. */
const SHORTEST = 4
const SHORT_NAME = 6
/** A model's name that begins with less is looked for with what may follow: `code` alone is in every program. */
const RARE_MODEL = 7

type Add = (literal: string, kind: LiteralKind, entry: string) => void

export interface Literals {
  /** Sorted, each once. */
  readonly literals: readonly string[]
  /** Where one of them stands; null for any other text. */
  indexOf(literal: string): number | null
  /** All that `literals[index]` stands for. */
  meaning(index: number): readonly LiteralMeaning[]
}

/** All literals of the catalogue. */
export function collectLiterals(all: readonly (Signature & { slug: string })[]): Literals {
  const meanings = new Map<string, LiteralMeaning[]>()
  const adderOf =
    (supplier: string): Add =>
    (literal, kind, entry) => {
      if (literal.length < SHORTEST) return
      const known = meanings.get(literal) ?? []
      meanings.set(literal, known)
      if (!known.some((m) => m.kind === kind && m.supplier === supplier && m.entry === entry))
        known.push({ kind, supplier, entry })
    }
  for (const s of all) literalsOf(s, adderOf(s.slug))
  // A short name is looked for together with what stands before it.
  const isKnown = (name: string) => meanings.has(name) || meanings.has(`from ${name}`)
  for (const s of all) addNamespaces(s, isKnown, adderOf(s.slug))
  const literals = [...meanings.keys()].sort()
  return {
    literals,
    indexOf: (literal) => indexAmong(literals.length, (index) => literals[index]!, literal),
    meaning: (index) => meanings.get(literals[index] ?? '') ?? [],
  }
}

/** Where a text stands in a sorted list; a table of thousands for some hundred questions would take longer. */
function indexAmong(count: number, at: (index: number) => string, text: string): number | null {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(middle) < text) low = middle + 1
    else high = middle
  }
  return low < count && at(low) === text ? low : null
}

/** What the parts of a line are divided by; no name in a signature holds it. */
const DIVIDER = '\t'

/**
 * How `…` between the parts of a query is packed, which is how Windows-1252 writes it: one letter beyond Latin-1 would make
 * the whole text, half of the catalogue, twice as large in memory.
 */
const ELLIPSIS = '\u0085'

/** As one text: a line for each literal, with kind, supplier and entry of each meaning behind it. */
export function packLiterals({ literals, meaning }: Literals): string {
  const lines = literals.map((literal, index) =>
    [literal, ...meaning(index).flatMap(({ kind, supplier, entry }) => [kind, supplier, entry])].join(
      DIVIDER,
    ),
  )
  const packed = lines.join('\n').replaceAll('…', ELLIPSIS)
  const again = unpackLiterals(packed).literals
  if (literals.some((literal, index) => again[index] !== literal))
    throw new Error('A literal of the catalogue holds a tab, a line feed or an ellipsis.')
  return packed
}

/** Reads those literals and meanings alone that are asked for: of thousands, a repository has a few dozen. */
export function unpackLiterals(packed: string): Literals {
  const starts: number[] = []
  for (let at = 0; at < packed.length; at = packed.indexOf('\n', at) + 1 || packed.length) starts.push(at)
  const literalAt = (index: number): string => {
    const start = starts[index]!
    return packed.slice(start, packed.indexOf(DIVIDER, start))
  }
  const lineAt = (index: number): string =>
    index < starts.length ? packed.slice(starts[index], (starts[index + 1] ?? packed.length + 1) - 1) : ''
  let all: string[] | undefined
  const read: LiteralMeaning[][] = []
  return {
    get literals() {
      all ??= starts.map((_, index) => literalAt(index))
      return all
    },
    indexOf: (literal) => indexAmong(starts.length, literalAt, literal),
    meaning(index) {
      read[index] ??= meaningsIn(lineAt(index))
      return read[index]
    },
  }
}

function meaningsIn(line: string): LiteralMeaning[] {
  const [, ...parts] = line.split(DIVIDER)
  return Array.from({ length: parts.length / 3 }, (_, n) => ({
    // Only `packLiterals` writes these.
    kind: parts[3 * n] as LiteralKind,
    supplier: parts[3 * n + 1]!,
    entry: parts[3 * n + 2]!.replaceAll(ELLIPSIS, '…'),
  }))
}

/**
 * A module in a namespace, and the namespace: `from livekit.plugins import openai` writes no module whole. Not where a
 * literal covers what holds it; such a file is opened anyway, and `llama_index` alone holds hundreds.
 */
function addNamespaces(s: Signature, isKnown: (name: string) => boolean, add: Add): void {
  const listed = (s.imports?.python ?? []).map(nameOf)
  for (const { name } of modulesOf(s, 'python')) {
    const parts = withoutStar(name).split('.').slice(0, -1)
    const holders = parts.map((_, index) => parts.slice(0, index + 1).join('.'))
    if (parts.length === 0 || holders.some(isKnown)) continue
    if (!listed.includes(name)) addImport('python', name, add)
    add(`from ${parts.join('.')} import`, 'import', name)
  }
}

const nameOf = (entry: string | { name: string }): string => (typeof entry === 'string' ? entry : entry.name)
const isShared = (entry: string | { shared?: boolean | undefined }): boolean =>
  typeof entry !== 'string' && entry.shared === true
const withoutStar = (text: string): string => text.replace(/\*.*$/, '')

function literalsOf(s: Signature, add: Add): void {
  for (const [ecosystem, entries] of Object.entries(s.packages ?? {}))
    if (IMPORTED_BY_PACKAGE.has(ecosystem))
      for (const entry of entries ?? []) addPackage(ecosystem, nameOf(entry), add)
  for (const name of [...(s.packages?.pypi ?? []), ...(s.packages?.npm ?? [])].map(nameOf))
    if (name.length < SHORT_NAME && !name.includes('*'))
      for (const before of BEFORE_FETCHED) add(`${before}${name}`, 'package', name)
  for (const [language, entries] of Object.entries(s.imports ?? {}))
    for (const entry of entries ?? []) addImport(language, nameOf(entry), add)
  // Ecosystems that are imported under their packages' own names have them among the packages.
  for (const language of ['python', 'r'] as const)
    for (const { name } of derivedModules(s, language))
      if (!name.includes('.')) addImport(language, name, add)
  for (const { name } of derivedModules(s, 'ruby')) if (name.includes('/')) addImport('ruby', name, add)
  // Dart imports a package by an address that no other file has.
  for (const entry of s.packages?.pub ?? [])
    add(`package:${withoutStar(nameOf(entry))}`, 'resource', nameOf(entry))
  // A client's name needs an import, which is a literal itself.
  for (const entry of s.hosts ?? []) addHost(entry, add)
  // A program puts the slash where it puts the host before it.
  for (const path of s.paths ?? []) add(path.slice(1), 'resource', path)
  for (const entry of s.environment ?? []) {
    add(withoutStar(nameOf(entry)), 'environment', nameOf(entry))
    // Settings within settings: `APP__ANTHROPIC__API_KEY`.
    const nested = nameOf(entry).replace(/_API_KEY$/, '__API_KEY')
    if (nested !== nameOf(entry)) add(nested, 'environment', nameOf(entry))
    // Fields of a program's own settings: `acmeApiKey`.
    if (/_API_KEY$/.test(nameOf(entry)) && !isShared(entry))
      add(nameOf(entry).replaceAll('_', ''), 'environment', nameOf(entry))
  }
  for (const key of s.keys ?? []) for (const text of keyLiterals(key)) add(text, 'key', key.id)
  for (const entry of s.images ?? []) {
    const name = nameOf(entry)
    add(name.startsWith(ANYWHERE) ? name.slice(1) : withoutStar(name), 'image', name)
  }
  for (const command of [...(s.modelCommands ?? []), ...(s.serverCommands ?? [])]) {
    add(command, 'command', command)
    // A program starts it word by word.
    for (const quote of ['"', "'"]) add(command.replaceAll(' ', `${quote}, ${quote}`), 'command', command)
  }
  for (const { command, takes, packages } of s.assistantCommands ?? []) {
    for (const text of assistantLiterals(command, takes)) add(text, 'assistant', command)
    for (const name of packages ?? []) if (name.length >= SHORT_NAME) add(name, 'package', name)
  }
  for (const name of s.repositories ?? []) add(name, 'command', name)
  for (const program of s.programs ?? [])
    for (const form of [`"${program}"`, `'${program}'`, `bin/${program}`, `${program}.exe`])
      add(form, 'command', program)
  for (const name of s.globals ?? []) for (const form of globalLiterals(name)) add(form, 'command', name)
  for (const name of s.messages ?? []) add(name, 'command', name)
  for (const entry of s.resources ?? []) {
    const type = typeof entry === 'string' ? entry : entry.type
    add(withoutStar(type), 'resource', type)
    for (const kit of kitsOf(type)) add(kit, 'resource', type)
  }
  for (const entry of [...(s.awsServices ?? []), ...(s.gcpServices ?? [])])
    add(nameOf(entry), 'service', nameOf(entry))
  // As the cloud's own tool is told: `aws polly synthesize-speech`.
  for (const entry of s.awsServices ?? []) add(`aws ${nameOf(entry)} `, 'resource', nameOf(entry))
  for (const entry of s.awsActions ?? [])
    for (const before of BEFORE_ACTION) add(`${before}${nameOf(entry)}:`, 'service', nameOf(entry))
  for (const entry of s.actions ?? []) add(nameOf(entry), 'action', nameOf(entry))
  for (const name of s.extensions ?? [])
    for (const before of BEFORE_EXTENSION) add(`${before}${name}`, 'extension', name)
  for (const query of s.queries ?? []) add(pieceOf(query), 'query', query)
  for (const { name } of s.methods ?? []) add(`.${name}(`, 'resource', name)
  for (const type of s.fieldTypes ?? []) add(type, 'field-type', type)
  for (const model of s.models ?? []) addModel(model, add)
  for (const organisation of s.organisations ?? []) add(`${organisation}/`, 'organisation', organisation)
  for (const prefix of s.modelPrefixes ?? []) {
    add(`"${prefix}`, 'model-prefix', prefix)
    add(`'${prefix}`, 'model-prefix', prefix)
    // An address of weights stands without quotes too: `storageUri: hf://…`.
    if (prefix.endsWith('://')) add(prefix, 'model-prefix', prefix)
  }
}

/**
 * An option may stand anywhere behind the program, and its arguments on another line; of a short word, which is part of many others,
 * only whole beginnings are looked for.
 */
const assistantLiterals = (command: string, takes: readonly string[]): string[] => [
  ...takes.map((taken) => `${command} ${taken.split(' ')[0]}`),
  ...(command.length < SHORT_NAME ? [] : [`${command} -`, `${command} \\`, `${command} "`]),
]

/** The longest part of a query that stands in one piece; a name with a point needs no bracket, before which may be a space. */
const pieceOf = (query: string): string =>
  longest(query.split(/\s?…\s?/)).replace(query.includes('.') ? /\(.*$/ : /(?<=\().*$/, '')

/** Kits by which a program makes such a resource; it names the type by modules and classes, never whole. */
function kitsOf(type: string): string[] {
  if (type.startsWith('AWS::')) return ['aws-cdk-lib', 'aws_cdk', '@aws-cdk/aws-']
  if (type.startsWith('Module:')) {
    const [namespace, name, provider] = type.slice('Module:'.length).split('/')
    return [`${namespace}/${name}/`, `${namespace}/terraform-${provider}-${name}`]
  }
  if (type.startsWith('HomeAssistant:')) {
    const domain = type.slice('HomeAssistant:'.length)
    // A word alone is not looked for but where the program itself keeps its integrations.
    return domain.includes('_')
      ? [domain]
      : [`"domain":"${domain}"`, `"domain": "${domain}"`, `conversation.${domain}`]
  }
  if (type.startsWith('Command:')) return commandLiterals(withoutStar(type.slice('Command:'.length)))
  if (type.startsWith('Aspire:')) return [`.${type.slice('Aspire:'.length)}(`]
  if (/^[a-z-]+:[a-z]/.test(type)) return ['@pulumi/', 'pulumi_']
  return /^[a-z]+_/.test(type) ? ['@cdktf/provider-', 'cdktf_cdktf_provider_'] : []
}

/** A command of a cloud's tool, and what it is called while it is tried out: `gcloud beta ai endpoints create`. */
const commandLiterals = (command: string): string[] =>
  command.startsWith('gcloud ')
    ? [command, ...['alpha', 'beta'].map((stage) => command.replace(' ', ` ${stage} `))]
    : [command]

/** What stands before an IAM action in a policy; `translate:` alone is in every style sheet. */
const BEFORE_ACTION = ['"', "'", '- ', ': ']

/** What stands before the name of an extension; quoted forms are those of migrations in Ruby and PHP. */
const BEFORE_EXTENSION = ['extension ', 'extension :', 'extension "', "extension '", 'exists ', 'exists "']

/** Ecosystems whose packages are imported under their own names; manifests are read whole, whatever they say. */
const IMPORTED_BY_PACKAGE = new Set(['npm', 'golang', 'nuget', 'gem', 'cargo'])

function addPackage(ecosystem: string, name: string, add: Add): void {
  const bare = withoutStar(ecosystem === 'cargo' ? name.replaceAll('-', '_') : name)
  // Ruby's kits of AWS are used by a namespace that holds the service's name alone: `Aws::Polly::Client.new`.
  if (ecosystem === 'gem' && bare.startsWith('aws-sdk-')) add(`Aws::${bare.slice(8)}`, 'package', name)
  const fork = ecosystem === 'golang' ? forkableName(name) : null
  if (fork !== null) add(`/${fork}`, 'package', name)
  // A package of .NET that is called by one word is often called by a common one: `Together`.
  if (ecosystem === 'nuget' && /^[a-z\d]+$/i.test(bare))
    for (const before of BEFORE_NAMESPACE) add(before + bare, 'package', name)
  else if (bare.length >= SHORT_NAME) add(bare, 'package', name)
  else if (ecosystem === 'cargo') for (const form of [`use ${bare}`, `${bare}::`]) add(form, 'package', name)
  else for (const form of [`'${bare}'`, `"${bare}"`, `'${bare}/`, `"${bare}/`]) add(form, 'package', name)
}

/** What stands before a namespace that C#, F# or Visual Basic imports. */
const BEFORE_NAMESPACE = ['using ', 'open ', 'Imports ']

/** What stands before a package in the command that fetches it; only short names need it, and only the first is seen by it. */
const BEFORE_FETCHED = ['install ', 'add ', 'npx ', 'uvx ']

/** What stands before a key in code and configuration. */
const BEFORE_KEY = ['"', "'", '`', '=', ':', ' ']

/**
 * What a key is looked for by: its anchor, or where that is too short, the anchor with what stands before it, if the shape
 * alone proves enough.
 */
export function keyLiterals({ anchor, needsContext }: Pick<KeyShape, 'anchor' | 'needsContext'>): string[] {
  if (anchor.length >= SHORTEST) return [anchor]
  return needsContext ? [] : BEFORE_KEY.map((before) => before + anchor)
}

function addModel({ pattern, aliases, retirements, family }: ModelFamily, add: Add): void {
  const prefix = literalPrefix(pattern)
  const beginnings = prefix.length >= RARE_MODEL ? [prefix] : beginningsOf(pattern, SHORTEST)
  for (const beginning of beginnings) add(beginning, 'model', family)
  for (const id of [...(aliases ?? []), ...Object.keys(retirements ?? {})])
    if (prefix.length < SHORTEST || !id.startsWith(prefix)) add(id, 'model', family)
}

/** What stands before a module's name where it is imported; only short names need it. */
const BEFORE_IMPORT: Record<string, string[]> = {
  python: ['import ', 'from '],
  swift: ['import '],
  java: ['import '],
  csharp: ['using '],
  rust: ['use '],
  php: ['use '],
  ruby: ["require '", 'require "'],
  r: ['library('],
  cpp: ['<', '"'],
}
const QUOTES = ["'", '"']

function addImport(language: string, name: string, add: Add): void {
  const bare = withoutStar(name)
  // The kit for PHP makes a client by a method named after its namespace.
  const service = language === 'php' ? /^Aws\\(\w+)$/.exec(bare)?.[1] : undefined
  if (service) add(`->create${service}(`, 'resource', name)
  const fork = language === 'go' ? forkableName(name) : null
  if (fork !== null) add(`/${fork}`, 'import', name)
  if (bare.length >= SHORT_NAME) add(bare, 'import', name)
  // Elixir needs no import: a module is called by its name.
  else if (language === 'elixir') for (const form of [`alias ${bare}`, `${bare}.`]) add(form, 'import', name)
  else for (const before of BEFORE_IMPORT[language] ?? QUOTES) add(`${before}${bare}`, 'import', name)
}

/** Hosts below which anybody's pages, charts and files lie: an address there means something with its path alone. */
const EVERYBODYS = /^ghcr\.io$|\.github\.io$|^(?:storage|www)\.googleapis\.com$/

const longest = (pieces: readonly string[]): string =>
  pieces.reduce((most, piece) => (piece.length > most.length ? piece : most))

function addHost(entry: NonNullable<Signature['hosts']>[number], add: Add): void {
  const { host, port, path } =
    typeof entry === 'string' ? { host: entry, port: undefined, path: undefined } : entry
  if (host === 'localhost') {
    add(`:${port}${path ?? ''}`, 'host', host)
    return
  }
  add((EVERYBODYS.test(host) ? host + path : longest(host.split('*'))).toLowerCase(), 'host', host)
}
