import type { Language } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'

/** What the name of a class and of its package say of whom it reaches. */

/**
 * `OpenAI.Chat` and `AzureOpenAIClient` have a word of their own in common; `Azure.AI.FormRecognizer` and `OpenAIClient` have none. In C#
 * a file takes in whole namespaces, and all of them for it may stand elsewhere, so that a class is not by that the one's.
 */
export const sharesWord = (module: string, name: string): boolean => {
  const said = new Set(wordsOf(module))
  return wordsOf(name).some((word) => said.has(word))
}

const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !ownToNobody.test(word))

const ownToNobody = /^(ai|amazon|aws|azure|client|cloud|google|microsoft|net|service|services|v\d*)$/

/** A part of a framework's package by which another supplier is reached: `pydantic_ai.models.openai`, `agno.tools.exa`. */
export function isPartOfKit(
  catalogue: Catalogue,
  language: Language,
  module: string,
  supplier: string,
): boolean {
  const root = module.split('.')[0]!
  if (language !== 'python' || root === module) return false
  const kit = catalogue.importOwner(language, root)
  return kit?.role === 'framework' && kit.supplier !== supplier
}

/** A publisher of models that answers for its own alone: where its class is told a provider, that one answers in its place. */
export const servesItsOwn = (catalogue: Catalogue, slug: string): boolean => {
  const roles = catalogue.suppliers.get(slug)?.roles ?? []
  return roles.includes('model-provider') && !roles.some((role) => servesOthers.has(role))
}

const servesOthers: ReadonlySet<string> = new Set(['gateway', 'cloud-ai', 'inference-host', 'model-hub'])

/** A supplier that itself answers at an address, and is no framework alone. */
export const hasService = (catalogue: Catalogue, slug: string): boolean =>
  catalogue.suppliers.get(slug)?.hosts?.some((entry) => typeof entry === 'string' || !entry.site) === true

/** A package of one supplier for what another made: of `OpenAIClient` in `Azure.AI.OpenAI` the package tells more. */
export const isNamedFor = (module: string, supplier: string): boolean =>
  module.toLowerCase().replaceAll(/\W|_/g, '').includes(supplier.replaceAll('-', '')) &&
  /^[A-Z][\w.]+\.[A-Z]/.test(module)

/** A program that runs models in place: its own classes have ordinary names, and none of them stands in a kit's part for somebody else (`Llama`). */
export const isRuntime = (catalogue: Catalogue, slug: string): boolean =>
  catalogue.suppliers.get(slug)?.roles.every((role) => role === 'local-runtime') === true
