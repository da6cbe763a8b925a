import { isVariableName } from '../code/places.ts'
import { TooLarge } from '../detector.ts'
import { at, type Tree, textOf } from '../text/structure.ts'

/** A scalar of a configuration file, with the keys that lead to it. */
export interface ConfigEntry {
  readonly keys: readonly string[]
  readonly text: string
  readonly line: number
  /** The image of the container that it is given to. */
  readonly image?: string
  /** Who serves the models that are named here. */
  readonly supplier?: string
  /** The folder whose resources use it. */
  readonly folder?: string
  /** The key above, where lines are read one by one and `keys` holds the last one alone. */
  readonly above?: string
}

const switchedOff = (tree: Extract<Tree, { t: 'map' }>): boolean =>
  tree.entries.some(
    ({ key, value }) =>
      value.t === 'scalar' &&
      ((/^enabled?$/i.test(key) && (value.value === false || value.value === 'false')) ||
        (/^disabled$/i.test(key) && value.value === true)),
  )

/** All scalars of a tree, in order; what is switched off is left out. */
export function entriesIn(
  tree: Tree,
  keys: readonly string[] = [],
  out: ConfigEntry[] = [],
  image?: string,
): ConfigEntry[] {
  if (out.length > 50_000) throw new TooLarge()
  if (tree.t === 'scalar') {
    if (tree.value !== null && tree.value !== '')
      out.push({ keys, text: String(tree.value), line: tree.line, ...(image ? { image } : {}) })
  } else if (tree.t === 'list') {
    // Maps of a list are told apart; its scalars keep the list's own name.
    for (const [index, item] of tree.items.entries())
      entriesIn(item, item.t === 'map' ? [...keys, `#${index}`] : keys, out, image)
  } else if (!switchedOff(tree)) {
    named(tree, keys, out, image)
    const own = imageOf(tree) ?? image
    for (const entry of tree.entries) entriesIn(entry.value, [...keys, entry.key], out, own)
  }
  return out
}

/** The image that a container's map names: `image: x`, or `image: { repository: x }` as charts do. */
function imageOf(tree: Extract<Tree, { t: 'map' }>): string | undefined {
  const image = at(tree, 'image')
  return (
    textOf(image) ??
    textOf(at(image, 'repository')) ??
    textOf(at(image, 'repo')) ??
    textOf(at(tree, 'repository')) ??
    undefined
  )
}

/** `{ name: X, value: Y }`, as orchestrators list variables. */
function named(
  tree: Extract<Tree, { t: 'map' }>,
  keys: readonly string[],
  out: ConfigEntry[],
  image: string | undefined,
): void {
  const field = (key: string) => tree.entries.find((entry) => entry.key.toLowerCase() === key)
  const name = field('name')
  const value = field('value') ?? field('valuefrom')
  if (name?.value.t !== 'scalar' || !value || !isVariableName(String(name.value.value))) return
  const text = value.value.t === 'scalar' && value.value.value !== null ? String(value.value.value) : ''
  out.push({
    keys: [...keys, String(name.value.value)],
    text,
    line: name.line,
    ...(image ? { image } : {}),
  })
}
