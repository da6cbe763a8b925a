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
    const text = catalogue.modelOfConstant(name)
    return text === null ? [] : [{ text, ...where, place: placeOfConstant(where.place) }]
  })
}

/** It can be nothing but a model, whatever it is given to; a table of prices or limits only names it. */
export const placeOfConstant = (place: string | undefined): string =>
  place !== undefined && (placeOf(place) === 'model' || isTablePlace(place)) ? place : 'model'
