import type { Catalogue } from '../catalogue.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { isTablePlace, placeOf } from './places.ts'

/**
 * Models that a program names by the constants of a kit that it imports, each as if its id were written there:
 * `ModelType.GPT_4O_MINI`, `OpenAIChatModel.GPT4o`.
 */
export function kitModels(
  { constants = [], imports, language, links }: CodeFacts,
  catalogue: Catalogue,
): TextFact[] {
  if (imports.length === 0) return []
  return constants.flatMap(({ ref, ...where }) => {
    const [root = '', ...members] = ref.split('.')
    const module = links.get(root)?.replace(/#.*$/, '')
    const name = members.at(-1)
    if (!module || !name || catalogue.importOwner(language, module) === null) return []
    const model = modelOfKit(catalogue, name, members.at(-2) ?? root)
    return model === null ? [] : [{ ...model, ...where, place: placeOfConstant(where.place) }]
  })
}

/** What a kit names by a constant of one of its types. */
export interface KitModel {
  readonly text: string
  /** Who serves it, where the constant or its type says so. */
  readonly provider?: string
}

/** `GPT_4O_MINI`, `GROQ_LLAMA_3_3_70B`, and `LLAMA_3_3_70B` of a type `GroqModels`. */
export function modelOfKit(catalogue: Catalogue, name: string, type: string): KitModel | null {
  const brand = type.replace(modelsOf, '')
  const plain = catalogue.modelOfConstant(name)
  const hosted = plain === null ? catalogue.hostedModelOfConstant(name) : null
  const within =
    hosted === null && brand !== '' && brand !== type
      ? catalogue.hostedModelOfConstant(`${snake(brand)}_${name}`)
      : null
  const found = hosted ?? within
  if (found) return { text: found.id, provider: found.supplier }
  return plain === null ? null : { text: plain }
}

const snake = (name: string): string => name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')

/** How types are called that hold the names of models. */
const modelsOf = /_?(?:Chat|Language|Embedding)?_?Models?(?:Types?|Names?|Ids?)?$/

/** It can be nothing but a model, whatever it is given to; a table of prices or limits only names it. */
export const placeOfConstant = (place: string | undefined): string =>
  place !== undefined && (placeOf(place) === 'model' || isTablePlace(place)) ? place : 'model'
