import type { Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { at, entriesOf, itemsOf, type Tree, textOf } from '../text/structure.ts'
import { type AtHub, addressAtHub, hubOf } from './hub.ts'

/** Packages of SPDX 2 (JSON, YAML) that come from a hub of models, by package URL or by where they are fetched. */
export function spdx2(input: Input, tree: Tree): NamedSign[] {
  if (!/^SPDX-2/.test(textOf(at(tree, 'spdxVersion')) ?? '')) return []
  return itemsOf(at(tree, 'packages')).flatMap((one) => {
    const purls = itemsOf(at(one, 'externalRefs')).map((reference) =>
      hubOf(input, textOf(at(reference, 'referenceLocator'))),
    )
    const found =
      purls.find((hub) => hub !== null) ?? addressAtHub(input, textOf(at(one, 'downloadLocation')))
    const line = entriesOf(one).find(({ key }) => key === 'name')?.line ?? one.line
    return found ? [declared(input, found, line)] : []
  })
}

/** The same in its older form of tags and values, in which a package begins with `PackageName`. */
export function spdxTags(input: Input): NamedSign[] {
  const named: NamedSign[] = []
  let line = 0
  let isKnown = true
  for (const [index, text] of input.text.split('\n').entries()) {
    const [, tag = '', value = ''] = /^\s*(\w+):\s*(\S.*?)\s*$/.exec(text) ?? []
    if (tag === 'PackageName') {
      line = index + 1
      isKnown = false
    }
    if (isKnown) continue
    const found =
      tag === 'PackageDownloadLocation'
        ? addressAtHub(input, value)
        : tag === 'ExternalRef'
          ? hubOf(input, value.split(/\s+/).at(-1) ?? null)
          : null
    if (!found) continue
    named.push(declared(input, found, line))
    isKnown = true
  }
  return named
}

const declared = (input: Input, { id, supplier, isDataset }: AtHub, line: number): NamedSign => ({
  type: isDataset ? 'declared-dataset' : 'declared-model',
  name: id.slice(0, 512),
  supplier: isDataset ? null : supplier,
  line,
  excerpt: input.excerpt(line),
})
