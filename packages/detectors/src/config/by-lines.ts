import { isVariableName, placeOf } from '../code/places.ts'
import type { Lines } from '../text/lines.ts'
import { unquoted } from './dotenv.ts'
import type { ConfigEntry } from './tree-entries.ts'

const yamlPair = /^\s*(?:-\s+)?["']?([A-Za-z_][\w.-]*)["']?\s*:\s*(\S.*)$/
const jsonPair = /"([A-Za-z_$][\w$.-]{0,80})"\s{0,8}:\s{0,8}"([^"\\\n]{2,500})"/g
const mostEntries = 50_000

/** Of very many pairs, those that could be a sign at all. */
const isWorth = (key: string, text: string): boolean =>
  text.includes('://') || placeOf(key) !== null || isVariableName(key) || /image|repository|^npm$/i.test(key)

/** `key: value` lines of YAML that no parser reads: a template before it is filled in, or too much of it. */
export function yamlEntries(text: string, all = true): ConfigEntry[] {
  let name: { text: string; line: number } | null = null
  // Charts part an image's name from its tag: `image:` and, further in, `repository: x`.
  let image: number | null = null
  const above: { key: string; indent: number }[] = []
  const entries: ConfigEntry[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*#/.test(line)) continue
    const indent = line.search(/\S/)
    while (above.length > 0 && indent >= 0 && indent <= above.at(-1)!.indent) above.pop()
    const head = /^\s*["']?([A-Za-z_][\w.-]*)["']?\s*:\s*(#.*)?$/.exec(line.slice(0, 200))
    if (head) above.push({ key: head[1]!, indent })
    const opens = /^\s*(?:-\s+)?image\s*:\s*$/i.test(line)
    if (opens) image = indent
    else if (image !== null && indent >= 0 && indent <= image) image = null
    const match = yamlPair.exec(line.slice(0, 2000))
    if (!match) continue
    const value = unquoted(match[2]!)
    if (match[1] === 'name') name = { text: value, line: index + 1 }
    else if (match[1] === 'value' && name && name.line === index)
      entries.push({ keys: [name.text], text: value, line: name.line })
    const keys = image === null ? [match[1]!] : ['image', match[1]!]
    const parent = above.at(-1)
    if (all || isWorth(match[1]!, value))
      entries.push({ keys, text: value, line: index + 1, ...(parent ? { above: parent.key } : {}) })
    if (entries.length >= mostEntries) break
  }
  return entries
}

/** `"key": "value"` pairs of JSON that is too large for a tree. */
export function jsonEntries(lines: Lines): ConfigEntry[] {
  const entries: ConfigEntry[] = []
  for (const match of lines.text.matchAll(jsonPair)) {
    if (!isWorth(match[1]!, match[2]!)) continue
    entries.push({ keys: [match[1]!], text: match[2]!, line: lines.at(match.index) })
    if (entries.length >= mostEntries) break
  }
  return entries
}
