import { weightsName } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'

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
