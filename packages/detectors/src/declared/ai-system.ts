import { AiSystemFile } from '@ai-census/schema'
import type { Detector, Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { at, itemsOf, readYaml, type Tree, textOf } from '../text/structure.ts'

/** `ai-system.yaml`: the system itself, and the suppliers, models and data that its people name. */
export const aiSystemFile: Detector = {
  id: 'declared/ai-system',
  when: 'always',
  extensions: ['yml', 'yaml'],
  limit: 200_000,
  claims: ({ name }) => /^ai-system\.ya?ml$/.test(name),
  analyse(input) {
    const [tree] = readYaml(input.lines)
    if (tree?.t !== 'map') return {}
    const name = text(at(tree, 'name')) ?? text(at(tree, 'system'))
    const named: NamedSign[] = []
    if (name) named.push(sign(input, 'declared-system', name, null, lineOf(tree, 'name', 'system')))
    for (const item of itemsOf(at(tree, 'suppliers'))) {
      const slug = text(item)
      if (slug && input.catalogue.suppliers.has(slug))
        named.push(sign(input, 'declared-service', slug, slug, item.line))
    }
    for (const item of itemsOf(at(tree, 'models'))) named.push(...modelOf(input, tree, item))
    for (const item of itemsOf(at(tree, 'datasets'))) {
      const dataset = text(item)
      if (dataset) named.push(sign(input, 'declared-dataset', dataset, null, item.line))
    }
    return { named }
  },
}

/** A model without a supplier is served by its publisher, where the same file names that one. */
function modelOf(input: Input, tree: Tree, item: Tree): NamedSign[] {
  const { catalogue } = input
  const id = text(item) ?? text(at(item, 'name'))
  if (!id) return []
  const said = text(at(item, 'supplier'))
  const publisher = catalogue.modelOwner(id)?.publisher
  const declared = itemsOf(at(tree, 'suppliers')).flatMap((one) => text(one) ?? [])
  const supplier =
    said && catalogue.suppliers.has(said)
      ? said
      : publisher && declared.includes(publisher)
        ? publisher
        : null
  return [sign(input, 'declared-model', id, supplier, item.line)]
}

/** What the published schema allows of a text; anything else is as good as not there. */
const text = (tree: Tree | null): string | null => {
  const checked = AiSystemFile.shape.name.safeParse(textOf(tree) ?? undefined)
  return checked.success ? (checked.data?.slice(0, 512) ?? null) : null
}

const lineOf = (tree: Extract<Tree, { t: 'map' }>, ...keys: string[]): number =>
  tree.entries.find(({ key }) => keys.includes(key))?.line ?? tree.line

const sign = (
  input: Input,
  type: NamedSign['type'],
  name: string,
  supplier: string | null,
  line: number,
): NamedSign => ({ type, name, supplier, line, excerpt: input.excerpt(line) })
