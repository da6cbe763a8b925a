import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { entriesIn } from '../config/tree-entries.ts'
import type { Input } from '../detector.ts'
import type { ModelSign } from '../signs.ts'
import { at, entriesOf, type Tree, textOf } from '../text/structure.ts'

/** A parameter's default, by the parameter's name. */
export type Defaults = ReadonlyMap<string, { readonly text: string; readonly line: number }>

/** `Parameters` of CloudFormation, `parameters` of ARM. */
export function defaultsOf(tree: Tree): Defaults {
  const all = entriesOf(at(tree, 'Parameters') ?? at(tree, 'parameters'))
  return new Map(
    all.flatMap(({ key, value }) => {
      const given = at(value, 'Default') ?? at(value, 'defaultValue')
      const text = textOf(given)
      return given && text ? [[key, { text, line: given.line }] as const] : []
    }),
  )
}

/** `foundationModel`, `modelId`, or the `name` of a `model` or of a `preset` (kaito-project.github.io/kaito/docs/inference). */
export const isModelKey = (keys: readonly string[]): boolean => {
  const key = keys.at(-1) ?? ''
  if (/^(ref|fn::sub)$/i.test(key)) return isModelKey(keys.slice(0, -1))
  // Providers that are made of Terraform's keep a block as a list of one.
  const above = keys.slice(0, -1).findLast((one) => !one.startsWith('#')) ?? ''
  return isModelPlace(key) || (/^(name|id)$/i.test(key) && (isModelPlace(above) || above === 'preset'))
}

/** The models that a resource is given, by themselves or by the name of a parameter; served by the resource's owner. */
export function templateModels(
  input: Input,
  resource: Tree,
  defaults: Defaults,
  supplier: string,
): ModelSign[] {
  return entriesIn(resource)
    .filter(({ keys }) => isModelKey(keys))
    .flatMap(({ text, line }) => {
      const name = /^\[parameters\('([^']+)'\)\]$/.exec(text)?.[1] ?? text
      const given = defaults.get(name)
      const id = (given?.text ?? text).replace(/^.*:foundation-model\//, '')
      if (!looksLikeModel(id) || input.catalogue.modelOwner(id) === null) return []
      return [...new Set([line, given?.line ?? line])].map((where) => modelSign(input, id, supplier, where))
    })
}

export const modelSign = (
  input: Input,
  id: string,
  supplier: string | undefined,
  line: number,
): ModelSign => ({
  value: id,
  place: 'model',
  ...(supplier ? { supplier } : {}),
  method: 'configuration',
  strength: 'strong',
  line,
  excerpt: input.excerpt(line),
})
