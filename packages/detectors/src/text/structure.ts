import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import { Malformed, TooLarge } from '../detector.ts'
import type { Lines } from './lines.ts'
import { readStrictJson } from './strict-json.ts'

/** A tree of maps, lists and scalars with the line of each; what JSON and YAML have in common. */
export type Tree =
  | { readonly t: 'map'; readonly entries: readonly TreeEntry[]; readonly line: number }
  | { readonly t: 'list'; readonly items: readonly Tree[]; readonly line: number }
  | { readonly t: 'scalar'; readonly value: string | number | boolean | null; readonly line: number }

export interface TreeEntry {
  readonly key: string
  readonly value: Tree
  /** The key's line. */
  readonly line: number
}

const maxDepth = 100

/** How deep brackets nest at most, read without recursion; strings are skipped. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 34; at += 1)
        if (text.charCodeAt(at) === 92) at += 1
    } else if (code === 123 || code === 91) {
      depth += 1
      if (depth > maxDepth) return true
    } else if (code === 125 || code === 93) depth -= 1
  }
  return false
}

/** Several detectors look at one file's tree. */
const jsonOf = new WeakMap<Lines, Tree>()
const yamlOf = new WeakMap<Lines, Tree[]>()

/** JSON, with comments and trailing commas allowed. Throws `Malformed`. */
export function readJson(lines: Lines): Tree {
  const known = jsonOf.get(lines) ?? readStrictJson(lines.text, maxDepth) ?? parseJson(lines)
  jsonOf.set(lines, known)
  return known
}

function parseJson(lines: Lines): Tree {
  if (nestsTooDeep(lines.text)) throw new Malformed(`nested deeper than ${maxDepth} levels`)
  const errors: ParseError[] = []
  const root = parseTree(lines.text.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  })
  const [first] = errors
  if (first)
    throw new Malformed(`no JSON: ${printParseErrorCode(first.error)} at line ${lines.at(first.offset)}`)
  return root ? fromJson(root, lines) : { t: 'map', entries: [], line: 1 }
}

function fromJson(node: JsonNode, lines: Lines): Tree {
  const line = lines.at(node.offset)
  if (node.type === 'array')
    return { t: 'list', items: (node.children ?? []).map((child) => fromJson(child, lines)), line }
  if (node.type !== 'object') {
    const value: unknown = node.value
    return {
      t: 'scalar',
      value:
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
      line,
    }
  }
  const entries = (node.children ?? []).flatMap((property): TreeEntry[] => {
    const [key, value] = property.children ?? []
    return key && value
      ? [{ key: String(key.value), value: fromJson(value, lines), line: lines.at(key.offset) }]
      : []
  })
  return { t: 'map', entries, line }
}

const mostExpanded = 10_000_000

/** Counts what a document would be with its aliases replaced; a small file may stand for billions of nodes. */
class AliasSizes {
  readonly #sizes = new Map<string, number>()
  readonly #open: number[] = []
  #nodes = 0

  enter(): void {
    this.#open.push(this.#nodes)
    this.#add(1)
  }

  leave(anchor?: string): void {
    const before = this.#open.pop() ?? 0
    if (anchor !== undefined) this.#sizes.set(anchor, this.#nodes - before)
  }

  follow(anchor: string): void {
    this.#add(this.#sizes.get(anchor) ?? 1)
  }

  #add(nodes: number): void {
    this.#nodes += nodes
    if (this.#nodes > mostExpanded)
      throw new Malformed('aliases that multiply beyond what any real file holds')
  }
}

/** All documents of a YAML file. Throws `Malformed`; aliases are followed once and never multiplied. */
export function readYaml(lines: Lines): readonly Tree[] {
  const known = yamlOf.get(lines) ?? parseYaml(lines)
  yamlOf.set(lines, known)
  return known
}

function parseYaml(lines: Lines): Tree[] {
  if (nestsTooDeep(lines.text)) throw new Malformed(`nested deeper than ${maxDepth} levels`)
  const counter = new LineCounter()
  const documents = parseAllDocuments(lines.text, {
    lineCounter: counter,
    logLevel: 'silent',
    uniqueKeys: false,
    strict: false,
    keepSourceTokens: false,
  })
  if (!Array.isArray(documents)) return []
  let budget = 200_000
  const aliases = new AliasSizes()
  const convert = (node: unknown, depth: number): Tree => {
    budget -= 1
    if (budget < 0) throw new TooLarge()
    const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
    const start = Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
    const { line } = counter.linePos(start)
    if (depth > maxDepth) throw new Malformed(`nested deeper than ${maxDepth} levels`)
    // An alias stands for what was read at its anchor already.
    if (isAlias(node)) {
      aliases.follow(node.source)
      return { t: 'scalar', value: null, line }
    }
    aliases.enter()
    const tree = convertNode(node, line, depth)
    if (isNode(node) && node.anchor) aliases.leave(node.anchor)
    else aliases.leave()
    return tree
  }
  const convertNode = (node: unknown, line: number, depth: number): Tree => {
    if (isMap(node)) {
      const own = taggedClass(node.tag, line)
      const entries = node.items.map((pair): TreeEntry => {
        const key = convert(pair.key, depth + 1)
        return {
          key: key.t === 'scalar' ? String(key.value) : '',
          value: convert(pair.value, depth + 1),
          line: key.line,
        }
      })
      return { t: 'map', entries: [...own, ...entries], line }
    }
    if (isSeq(node)) return { t: 'list', items: node.items.map((item) => convert(item, depth + 1)), line }
    const value: unknown = isScalar(node) ? node.value : null
    return {
      t: 'scalar',
      value:
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
      line,
    }
  }
  return documents.map((document) => {
    const [error] = document.errors
    if (error) throw new Malformed(`no YAML: ${error.code} at line ${error.linePos?.[0].line ?? 1}`)
    return convert(document.contents, 0)
  })
}

/**
 * A map whose tag is the path of a class is made into one, as others say it by a key of Hydra's
 * (pathway.com/developers/templates/configure-yaml: `!pw.xpacks.llm.llms.OpenAIChat`).
 */
function taggedClass(tag: string | undefined, line: number): TreeEntry[] {
  const path = /^!([a-z_]\w*(?:\.\w+){1,12})$/.exec(tag ?? '')?.[1]
  return path === undefined ? [] : [{ key: '_target_', value: { t: 'scalar', value: path, line }, line }]
}

/** The value under a key of a map, else null. */
export function at(tree: Tree | null | undefined, ...keys: readonly string[]): Tree | null {
  let now = tree ?? null
  for (const key of keys) {
    if (now?.t !== 'map') return null
    now = now.entries.find((entry) => entry.key === key)?.value ?? null
  }
  return now
}

export const entriesOf = (tree: Tree | null): readonly TreeEntry[] => (tree?.t === 'map' ? tree.entries : [])
export const itemsOf = (tree: Tree | null): readonly Tree[] => (tree?.t === 'list' ? tree.items : [])
export const textOf = (tree: Tree | null): string | null =>
  tree?.t === 'scalar' && typeof tree.value === 'string' ? tree.value : null
