import { parse, TomlError } from 'smol-toml'
import { Malformed } from '../detector.ts'

export type Toml = Record<string, unknown>

export const isTable = (value: unknown): value is Toml =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
export const tableOf = (value: unknown, ...keys: readonly string[]): Toml => {
  let now: unknown = value
  for (const key of keys) now = isTable(now) ? now[key] : undefined
  return isTable(now) ? now : {}
}
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A TOML file's content. Throws `Malformed` with the line. */
export function readToml(text: string): Toml {
  // The parser descends into itself; arrays nested this deep are no configuration.
  if (/(\[\s*){60}/.test(text.slice(0, 2_000_000))) throw new Malformed('nested too deep')
  try {
    return parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof TomlError) throw new Malformed(`no TOML: line ${error.line}`)
    throw error
  }
}

/** Lines of TOML with the table they stand in: `[tool.poetry.dependencies]` and `name = …`. */
export function tomlLines(text: string): { table: string; key: string; text: string; line: number }[] {
  let table = ''
  return text.split('\n').map((raw, index) => {
    const line = raw.trim()
    const head = /^\[\[?([^\]]+)\]\]?/.exec(line)
    // A line of a value looks alike: `["a", "b"],`, `[[1, 2],`; `[[name]]` is a table of a list of them.
    const isTable = !/^\[\s*["'{[]/.test(line) || /^\[\[\s*[A-Za-z_][^[\]]*\]\]/.test(line)
    if (head && isTable) table = head[1]!.trim().replaceAll(/["']/g, '')
    const key = /^["']?([\w.@/-]+)["']?\s*=/.exec(line)?.[1] ?? ''
    return { table, key, text: line, line: index + 1 }
  })
}
