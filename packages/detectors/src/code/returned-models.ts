import type { Catalogue } from '../catalogue.ts'
import type { ModelSign } from '../signs.ts'
import type { TextFact } from './facts.ts'

/** A function that says what model there is: `getModelName`, `default_model`, `get_embedding_model_id`. */
const giving =
  /^(?:get|default|select|choose|pick|resolve)_?(?:default|current|chat|text|language|embeddings?|completion)?_?(?:model|llm)(?:_?(?:name|id))?$|^(?:default_?)?(?:chat|embeddings?)?_?model_?(?:name|id)$/i

/** What marks the place of a text that a function of this name returns; no name is written so. */
const mark = '()'

/** The place of what a function returns, where its name says that it gives a model. */
export const returnedPlace = (name: string): string | undefined => {
  const own = name.slice(name.lastIndexOf('.') + 1)
  return giving.test(own) ? `${own}${mark}` : undefined
}

/**
 * A model that a function gives which is there for that needs no number in its name, where the catalogue knows it and the file
 * speaks to AI: `getModelName() { return 'mistral-embed' }`.
 */
export function returnedModel(
  { text, line, place, mentioned }: TextFact,
  catalogue: Catalogue,
  ai: boolean,
): Omit<ModelSign, 'excerpt'> | null {
  if (!ai || mentioned || !place?.endsWith(mark) || !/^[a-z][\w.:/-]*$/.test(text)) return null
  return catalogue.modelOwner(text) === null
    ? null
    : { value: text, place: place.slice(0, -mark.length), method: 'model-id', strength: 'strong', line }
}
