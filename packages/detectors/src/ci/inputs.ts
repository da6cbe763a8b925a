import { looksLikeModel } from '../code/places.ts'
import { entrySigns } from '../config/entries.ts'
import { entriesIn } from '../config/tree-entries.ts'
import { type Detector, type Input, Malformed } from '../detector.ts'
import { serversIn } from '../mcp/servers.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns, ModelSign } from '../signs.ts'
import { readStrictJson } from '../text/strict-json.ts'
import { at, entriesOf, itemsOf, readYaml, type Tree, textOf } from '../text/structure.ts'

/**
 * What an action of the catalogue is told in one text: settings that are JSON (`settings: |`), and arguments of the program that it
 * runs (`claude_args: --model x`). Other inputs are read as any configuration.
 */
export const ciInputs: Detector = {
  id: 'ci/inputs',
  when: 'literal',
  limit: 500_000,
  claims: ({ path, extension, name }) =>
    /^ya?ml$/.test(extension) &&
    (/(^|\/)\.(github|gitea|forgejo)\//.test(path) || /^action\.ya?ml$/.test(name)),
  analyse(input) {
    // Other pipelines tell their actions nothing, and a workflow that cannot be read is said elsewhere.
    if (!/^\s*with:\s*$/m.test(input.text)) return {}
    try {
      return mergeSigns(readYaml(input.lines).flatMap((document) => stepsIn(document, input)))
    } catch (error) {
      if (error instanceof Malformed) return {}
      throw error
    }
  },
}

const DEEPEST = 20

function stepsIn(tree: Tree, input: Input, depth = 0): FileSigns[] {
  if (depth > DEEPEST) return []
  if (tree.t === 'list') return itemsOf(tree).flatMap((item) => stepsIn(item, input, depth + 1))
  if (tree.t !== 'map') return []
  const uses = textOf(at(tree, 'uses'))?.replace(/@.*$/, '')
  if (uses !== undefined)
    return input.catalogue.actionOwner(uses) === null
      ? []
      : entriesOf(at(tree, 'with')).flatMap(({ key, value }) => told(input, key, value))
  return tree.entries.flatMap(({ value }) => stepsIn(value, input, depth + 1))
}

function told(input: Input, key: string, value: Tree): FileSigns[] {
  const text = textOf(value)
  if (text === null || value.t !== 'scalar') return []
  const json = /^\s*\{/.test(text) ? readStrictJson(text, DEEPEST) : null
  // A text over several lines begins below its key.
  const before = text.includes('\n') ? value.line : value.line - 1
  if (json?.t === 'map')
    return [
      entrySigns(
        input,
        entriesIn(json, [key]).map((entry) => ({ ...entry, line: before + entry.line })),
      ),
      { mcp: serversIn(input, json, before) },
    ]
  if (!/args$/i.test(key)) return []
  const models = text.split('\n').flatMap((line, index) =>
    [...line.matchAll(flag)].flatMap(({ 1: id = '' }): ModelSign[] => {
      const where = Math.max(value.line, before + index + 1)
      return looksLikeModel(id)
        ? [
            {
              value: id,
              place: 'model',
              method: 'configuration',
              strength: 'strong',
              line: where,
              excerpt: input.excerpt(where),
            },
          ]
        : []
    }),
  )
  return [{ models }]
}

const flag = /(?:^|\s)--?(?:\w{1,20}-)?model[= ]\s{0,5}["']?([\w.:/@-]{2,120})/g
