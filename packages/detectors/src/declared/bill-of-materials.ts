import type { Detector, Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { at, itemsOf, readJson, readYaml, type Tree, textOf } from '../text/structure.ts'
import { hubOf } from './hub.ts'
import { spdx2, spdxTags } from './spdx-2.ts'

/**
 * Bills of materials that name models and their data: CycloneDX with its model cards, SPDX 3 with its AI profile, and
 * SPDX 2 as far as it goes: it has no word for a model, but a package may come from a hub of models.
 */
export const billOfMaterials: Detector = {
  id: 'declared/bill-of-materials',
  when: 'always',
  extensions: ['json', 'yml', 'yaml', 'jsonld', 'spdx'],
  limit: 20_000_000,
  claims: ({ name, path }) =>
    /(^|[.-])((ai|ml|s)?bom|cdx|spdx3?)([.-][\w.-]*)?\.(json|ya?ml)$/.test(name) ||
    /(^|\/)[\w.-]*(s?bom|spdx)[\w.-]*\/[^/]+\.(json|jsonld)$/i.test(path) ||
    /\.(spdx|jsonld)$/.test(name),
  analyse(input) {
    // Most bills name no model, and need no tree.
    if (!/machine-learning-model|ai_AIPackage|dataset_DatasetPackage|SPDX-2/.test(input.text)) return {}
    if (/^\s*SPDXVersion:\s*SPDX-2/m.test(input.text)) return { named: spdxTags(input) }
    const trees = /ya?ml$/.test(input.extension) ? readYaml(input.lines) : [readJson(input.lines)]
    return {
      named: trees.flatMap((tree) => [
        ...cycloneDx(input, tree),
        ...spdx(input, tree),
        ...spdx2(input, tree),
      ]),
    }
  },
}

function cycloneDx(input: Input, tree: Tree): NamedSign[] {
  if (textOf(at(tree, 'bomFormat')) !== 'CycloneDX') return []
  const components = [...nested(at(tree, 'metadata', 'component')), ...nestedIn(at(tree, 'components'))]
  const models = components.filter((one) => textOf(at(one, 'type')) === 'machine-learning-model')
  const used = new Set(
    models.flatMap((model) =>
      itemsOf(at(model, 'modelCard', 'modelParameters', 'datasets')).flatMap(
        (dataset) => textOf(at(dataset, 'ref')) ?? [],
      ),
    ),
  )
  const named = models.flatMap((model) => {
    const name = textOf(at(model, 'name'))
    if (!name) return []
    const hub = hubOf(input, textOf(at(model, 'purl')))
    const group = textOf(at(model, 'group'))
    const id = group && !name.includes('/') ? `${group}/${name}` : name
    return [sign(input, 'declared-model', hub?.id ?? id, hub?.supplier ?? null, lineOf(model, 'name'))]
  })
  const own = models.flatMap((model) =>
    itemsOf(at(model, 'modelCard', 'modelParameters', 'datasets')).flatMap((dataset) =>
      dataOf(input, dataset),
    ),
  )
  // Data of a bill is a model's data only where a model refers to it.
  const referred = components
    .filter((one) => used.has(textOf(at(one, 'bom-ref')) ?? ''))
    .flatMap((one) => dataOf(input, one))
  return [...named, ...own, ...referred]
}

function dataOf(input: Input, tree: Tree): NamedSign[] {
  const name = textOf(at(tree, 'name'))
  return name ? [sign(input, 'declared-dataset', name, null, lineOf(tree, 'name'))] : []
}

function spdx(input: Input, tree: Tree): NamedSign[] {
  return itemsOf(at(tree, '@graph')).flatMap((element) => {
    const name = textOf(at(element, 'name'))
    const type = textOf(at(element, 'type')) ?? textOf(at(element, '@type'))
    if (!name) return []
    if (type === 'ai_AIPackage') return [sign(input, 'declared-model', name, null, lineOf(element, 'name'))]
    return type === 'dataset_DatasetPackage' ? dataOf(input, element) : []
  })
}

const nestedIn = (tree: Tree | null): Tree[] => itemsOf(tree).flatMap(nested)

function nested(tree: Tree | null): Tree[] {
  return tree === null ? [] : [tree, ...nestedIn(at(tree, 'components'))]
}

const lineOf = (tree: Tree, key: string): number =>
  tree.t === 'map' ? (tree.entries.find((entry) => entry.key === key)?.line ?? tree.line) : tree.line

const sign = (
  input: Input,
  type: NamedSign['type'],
  name: string,
  supplier: string | null,
  line: number,
): NamedSign => ({ type, name: name.slice(0, 512), supplier, line, excerpt: input.excerpt(line) })
