import { entriesIn } from '../config/tree-entries.ts'
import type { Detector, Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { readJson } from '../text/structure.ts'
import { tomlLines } from '../text/toml.ts'
import { resourceSign } from './terraform.ts'

/** A binding of a Worker: `ai` with the name by which the code has it. */
interface Binding {
  readonly kind: string
  readonly name: string
  readonly line: number
}

/**
 * What a Worker is bound to, as its configuration says (https://developers.cloudflare.com/workers/wrangler/configuration/).
 * The code then needs no import: `env.AI.run(…)`. Which kinds of bindings are whose is in the catalogue, as types
 * (`Wrangler:ai`).
 */
export const wrangler: Detector = {
  id: 'iac/wrangler',
  when: 'always',
  extensions: ['toml', 'json', 'jsonc'],
  limit: 500_000,
  claims: ({ name }) => /^wrangler(\.[\w-]+)?\.(toml|jsonc?)$/.test(name),
  analyse(input) {
    const bindings = input.extension === 'toml' ? inToml(input) : inJson(input)
    const named = bindings.flatMap(({ kind, name, line }): NamedSign[] => {
      const type = `Wrangler:${kind}`
      return resourceSign(input, type, undefined, `${type}.${name}`, line)
    })
    return named.length > 0 ? { named } : {}
  },
}

/** `{ "ai": { "binding": "AI" } }`, and the same below `env` and the name of an environment. */
function inJson(input: Input): Binding[] {
  return entriesIn(readJson(input.lines)).flatMap(({ keys, text, line }): Binding[] => {
    const own = keys[0] === 'env' ? keys.slice(2) : keys
    const isBinding = own.at(-1) === 'binding' && (own.length === 2 || own[1]?.startsWith('#'))
    return isBinding && own.length <= 3 ? [{ kind: own[0]!, name: text, line }] : []
  })
}

/** `[ai]` with `binding = "AI"`, `[[env.staging.vectorize]]`, or `ai = { binding = "AI" }`. */
function inToml(input: Input): Binding[] {
  return tomlLines(input.text).flatMap(({ table, key, text, line }): Binding[] => {
    if (text.startsWith('#')) return []
    const parts = table.split('.').filter(Boolean)
    const own = parts[0] === 'env' ? parts.slice(2) : parts
    if (key === 'binding' && own.length === 1)
      return [{ kind: own[0]!, name: /=\s*["']([^"']+)/.exec(text)?.[1] ?? '', line }]
    const inline =
      own.length === 0 ? /\{[^{}]{0,200}\bbinding\s{0,5}=\s{0,5}["']([^"']+)/.exec(text)?.[1] : undefined
    return inline === undefined ? [] : [{ kind: key, name: inline, line }]
  })
}
