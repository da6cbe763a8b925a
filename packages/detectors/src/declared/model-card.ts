import { type Detector, type Input, Malformed } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { Lines } from '../text/lines.ts'
import { at, itemsOf, readYaml, type Tree, textOf } from '../text/structure.ts'

/** Cards of models: the front matter of a README, as model hubs read it. The prose below is nobody's sign. */
export const modelCard: Detector = {
  id: 'declared/model-card',
  when: 'always',
  extensions: ['md'],
  limit: 2_000_000,
  claims: ({ name }) => /^(readme|model[-_]?card)\.md$/.test(name),
  analyse(input) {
    const front = /^---\r?\n([\s\S]{1,20000}?)\n---/.exec(input.text)?.[1]
    if (front === undefined || !/^(base_model|pipeline_tag|model-index|library_name)\s*:/m.test(front))
      return {}
    const tree = cardOf(front)
    if (tree?.t !== 'map') return {}
    const named = [own(input, tree)]
    for (const base of listOf(at(tree, 'base_model')))
      named.push(sign(input, 'declared-model', base.text, base.line, { role: 'base' }))
    for (const dataset of listOf(at(tree, 'datasets')))
      named.push(sign(input, 'declared-dataset', dataset.text, dataset.line))
    return { named }
  },
}

/** A page whose front matter is broken is a page; it was not promised to be a card. */
function cardOf(front: string): Tree | undefined {
  try {
    // The line of the opening dashes comes first.
    return readYaml(new Lines(`\n${front}`))[0]
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function own(input: Input, tree: Tree): NamedSign {
  const [first] = itemsOf(at(tree, 'model-index'))
  const name = textOf(at(first, 'name')) ?? textOf(at(tree, 'model_name')) ?? folderName(input.path)
  return sign(input, 'declared-model', name, 1, {
    ...attribute('license', at(tree, 'license')),
    ...attribute('task', at(tree, 'pipeline_tag')),
  })
}

const folderName = (path: string): string => path.split('/').at(-2) ?? 'model'

const attribute = (name: string, tree: Tree | null): Record<string, string> => {
  const value = textOf(tree)
  return value ? { [name]: value.slice(0, 200) } : {}
}

const listOf = (tree: Tree | null): { text: string; line: number }[] =>
  [tree, ...itemsOf(tree)].flatMap((one) => {
    const text = textOf(one)
    return one && text ? [{ text, line: one.line }] : []
  })

const sign = (
  input: Input,
  type: NamedSign['type'],
  name: string,
  line: number,
  attributes: Record<string, string> = {},
): NamedSign => ({
  type,
  name: name.slice(0, 512),
  supplier: null,
  line,
  excerpt: input.excerpt(line),
  ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
})
