import { weightsName } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { ModelSign } from '../signs.ts'
import type { TextFact } from './facts.ts'

/**
 * The model that a file of weights is named for, where the catalogue knows it: `llama-2-7b-chat` of
 * `/models/llama-2-7b-chat.Q4_K_M.gguf`. What is fetched from a hub has a name there.
 */
export function weightsModel(catalogue: Catalogue, text: string): string | null {
  if (/[\s"'`<>|*?]|\/resolve\//.test(text)) return null
  const name = weightsName(text)
  // What parts text into tokens is no model, though it lies in such a file.
  if (name !== null && /tokenizer|(^|[-_.])vocab/i.test(name)) return null
  return name !== null && /\d|[-_.]/.test(name) && catalogue.modelOwner(name) !== null ? name : null
}

/** How weights are made smaller, as names on hubs end: `acme/Home-3B-GGUF`, `acme/Home-1B-AWQ`, `acme/Home-7B-4bit`. */
const smaller =
  /^[\w.-]{2,96}\/[\w.-]{0,96}(?:[-_](?:gguf|ggml|gptq|awq|exl[23])|\d[bm](?:[-_][\w.]{1,40})?[-_][2-8]-?bit)(?:[-_][\w.]{1,20})?$/i

/** Weights of a hub that a constant names, where the file speaks to AI: nothing else is named so. */
export const smallerWeights = (
  { text, line, place, mentioned }: TextFact,
  ai: boolean,
): Omit<ModelSign, 'excerpt'> | null =>
  ai && !mentioned && smaller.test(text)
    ? { value: text, ...(place ? { place } : {}), method: 'model-id', strength: 'medium', line }
    : null

/** The same, for who concludes from it: a program of one's own runs such weights. */
export const isSmallerWeights = (id: string): boolean => smaller.test(id)
