import type { Detector, Input } from '../detector.ts'
import { mayBeModelFile } from '../models/model-file.ts'
import type { NamedSign } from '../signs.ts'
import { at, entriesOf, itemsOf, readYaml, type Tree, textOf } from '../text/structure.ts'

/** Data and pipelines kept by DVC: what a `.dvc` file stands for, and `dvc.yaml` where it makes a model. */
export const dvc: Detector = {
  id: 'datasets/dvc',
  when: 'always',
  extensions: ['dvc', 'yaml'],
  limit: 1_000_000,
  claims: ({ name, extension }) => extension === 'dvc' || name === 'dvc.yaml',
  analyse(input) {
    const named = readYaml(input.lines).flatMap((tree) =>
      input.extension === 'dvc' ? kept(input, tree) : stages(input, tree),
    )
    return { named }
  },
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** A `.dvc` file stands for data that lies elsewhere, or for weights. */
function kept(input: Input, tree: Tree): NamedSign[] {
  return itemsOf(at(tree, 'outs')).flatMap((out) => {
    const path = textOf(at(out, 'path'))
    if (!path) return []
    const type = mayBeModelFile(path) ? 'model-file' : 'dataset'
    const size = at(out, 'size')
    return [
      sign(input, type, `${folderOf(input.path)}${path}`, lineOf(out, 'path'), {
        storedIn: 'dvc',
        ...(size?.t === 'scalar' && typeof size.value === 'number' ? { size: size.value } : {}),
      }),
    ]
  })
}

/** A pipeline of any kind is DVC's business; one whose output is a model is ours. */
function stages(input: Input, tree: Tree): NamedSign[] {
  const all = entriesOf(at(tree, 'stages'))
  const models = all.flatMap(({ value }) =>
    itemsOf(at(value, 'outs')).flatMap((out) => {
      const path = textOf(out) ?? entriesOf(out)[0]?.key
      return path && (mayBeModelFile(path) || /(^|\/)models?([/.]|$)/.test(path))
        ? [{ path, line: out.line }]
        : []
    }),
  )
  const [first] = models
  if (!first) return []
  return [
    sign(input, 'pipeline', input.path, first.line, {
      tool: 'dvc',
      stages: all
        .map(({ key }) => key)
        .join(', ')
        .slice(0, 500),
    }),
  ]
}

const lineOf = (tree: Tree, key: string): number =>
  entriesOf(tree).find((entry) => entry.key === key)?.line ?? tree.line

const sign = (
  input: Input,
  type: NamedSign['type'],
  name: string,
  line: number,
  attributes: NonNullable<NamedSign['attributes']>,
): NamedSign => ({
  type,
  name: name.slice(0, 512),
  supplier: null,
  line,
  excerpt: input.excerpt(line),
  attributes,
})
