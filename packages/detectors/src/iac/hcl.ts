import { unquoted } from '../config/dotenv.ts'
import type { Value } from '../signs.ts'

/** A block at the top of a file of Terraform's language: `resource "type" "name" { … }`. */
export interface Block {
  /** `resource`, `data`, `variable`, `locals`, `module`, …; empty outside of any: a file of variables. */
  readonly what: string
  readonly labels: readonly string[]
  readonly line: number
}

/** `name = value` on one line, with the blocks inside the top one that lead to it. */
export interface Attribute {
  readonly block: Block
  readonly path: readonly string[]
  readonly name: string
  /** As written, without a comment behind it. */
  readonly text: string
  readonly line: number
}

/** A text over several lines, between `<<EOF` and `EOF`. */
export interface Heredoc {
  /** What it is given to. */
  readonly name: string
  /** Lines of the text itself, from 0. */
  readonly from: number
  readonly to: number
}

const outside: Block = { what: '', labels: [], line: 0 }

/** Reads by lines: what spreads over more of them (lists, long strings) is of no use here. */
export function readHcl(text: string): {
  readonly blocks: readonly Block[]
  readonly attributes: readonly Attribute[]
  readonly texts: readonly Heredoc[]
  /** The lines without comments, from 0. */
  readonly lines: readonly string[]
} {
  const blocks: Block[] = []
  const attributes: Attribute[] = []
  const lines = withoutComments(text)
  const texts = heredocsIn(lines)
  let within = 0
  let block = outside
  const path: string[] = []
  let depth = 0
  for (const [index, source] of lines.entries()) {
    const line = index + 1
    while ((texts[within]?.to ?? index) < index) within += 1
    const inText = index >= (texts[within]?.from ?? index + 1)
    if (inText) continue
    const head = depth === 0 ? /^\s*([a-z]+)((?:\s+"[^"]*")*)\s*\{/.exec(source) : null
    let rest = source
    if (head) {
      block = {
        what: head[1]!,
        labels: [...head[2]!.matchAll(/"([^"]*)"/g)].map(([, label]) => label!),
        line,
      }
      blocks.push(block)
      rest = source.slice(head[0].length)
      path.length = 0
      depth = 1
    }
    const pair = /^\s*"?([\w.-]+)"?\s*[=:]\s*(\S.*?)\s*(?:\}\s*)?$/.exec(rest)
    if (pair) attributes.push({ block, path: [...path], name: pair[1]!, text: pair[2]!, line })
    const nested = /^\s*"?([\w-]+)"?(?:\s+"[^"]*")*\s*=?\s*\{/.exec(rest)
    const bare = rest.replace(/"(?:[^"\\]|\\.)*"/g, '')
    const change = count(bare, /[{[(]/g) - count(bare, /[}\])]/g)
    if (nested && change > 0) path.push(nested[1]!)
    else if (change < 0) path.length = Math.max(0, path.length + change)
    depth = Math.max(0, depth + change)
    if (depth === 0) block = outside
  }
  return { blocks, attributes, texts, lines }
}

function heredocsIn(lines: readonly string[]): Heredoc[] {
  const found: Heredoc[] = []
  let open: { name: string; from: number; end: string } | null = null
  for (const [index, text] of lines.entries()) {
    const start: RegExpExecArray | null = open
      ? null
      : /<<[-~]?\s*"?([A-Za-z_]\w*)"?\s*[\])},]*\s*$/.exec(text)
    if (start)
      open = { name: /^\s*"?([\w.-]+)"?\s*[=:]/.exec(text)?.[1] ?? '', from: index + 1, end: start[1]! }
    else if (open && text.trim().replace(/[\])},]+$/, '') === open.end) {
      found.push({ name: open.name, from: open.from, to: index - 1 })
      open = null
    }
  }
  return found
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function withoutComments(text: string): string[] {
  let comment = false
  return text.split('\n').map((raw) => {
    const open = comment || /^\s*\/\*/.test(raw)
    comment = open && !raw.includes('*/')
    return open
      ? ''
      : raw
          .slice(0, 2000)
          .replace(/^\s*(#|\/\/).*$/, '')
          .replace(/\s(#|\/\/)\s.*$/, '')
  })
}

/**
 * An expression as far as it can be followed: text, names of variables and locals, and texts made of them.
 * Names are those of the module's folder, so that modules do not answer for each other.
 */
export function hclValue(text: string, folder: string): Value {
  const named = /^(var|local)\.([\w-]+)$/.exec(text.trim())
  if (named) return reference(named[1]!, named[2]!, folder)
  if (!/^"/.test(text.trim())) return null
  const parts = unquoted(text).split(/\$\{\s*((?:var|local)\.[\w-]+)\s*\}/)
  if (parts.length === 1) return /[$%]\{/.test(parts[0]!) ? null : parts[0]!
  return {
    join: parts.map((part, index): Value => (index % 2 === 0 ? part : hclValue(part, folder))),
  }
}

/** A variable: what a file of variables or the caller gives it, else its default. */
function reference(kind: string, name: string, folder: string): Value {
  const given = settingName(folder, kind, name)
  return kind === 'var' ? { env: given, or: { env: settingName(folder, 'default', name) } } : { env: given }
}

/** The name under which a module's value is kept among the repository's settings. */
export const settingName = (folder: string, kind: string, name: string): string => `${folder}#${kind}.${name}`
