import { readStrictJson } from '../text/strict-json.ts'
import { type ConfigEntry, entriesIn } from './tree-entries.ts'

const DEEPEST = 20

/**
 * A value that is JSON itself: `LLM_CONFIG={"model": "gpt-4o"}`, data of a ConfigMap, an input of an action. What stands
 * in it follows; the value stays, for it may be a variable's.
 */
export function withJson(entry: ConfigEntry): ConfigEntry[] {
  const { keys, text, line } = entry
  if (!/^\s*[{[]/.test(text) || !text.includes('"')) return [entry]
  const tree = readStrictJson(text, DEEPEST)
  if (tree === null || tree.t === 'scalar') return [entry]
  const inner = entriesIn(tree, keys, [], entry.image)
  return [entry, ...inner.map((one) => ({ ...entry, ...one, line: line + one.line - 1 }))]
}
