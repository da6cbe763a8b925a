import { readStrictJson } from '../text/strict-json.ts'
import { type ConfigEntry, entriesIn } from './tree-entries.ts'

const DEEPEST = 20

/**
 * A value that is JSON itself: `LLM_CONFIG={"model": "gpt-4o"}`, data of a ConfigMap, an input of an action. What stands
 * in it follows; the value stays, for it may be a variable's.
 */
export function withJson(entry: ConfigEntry, isYaml: boolean): ConfigEntry[] {
  const { keys, text, line } = entry
  if (!/^\s*[{[]/.test(text) || !text.includes('"')) return [entry]
  const tree = readStrictJson(text, DEEPEST)
  if (tree === null || tree.t === 'scalar') return [entry]
  const inner = entriesIn(tree, keys, [], entry.image)
  // A text over several lines begins below its key; elsewhere it stands on one, whatever line feeds it holds.
  const isBlock = isYaml && text.includes('\n')
  return [entry, ...inner.map((one) => ({ ...entry, ...one, line: isBlock ? line + one.line : line }))]
}
