import type { SupplierRole } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { commonWords } from '../data/common-words.ts'
import { houses, productNames } from '../data/product-names.ts'
import type { EnvironmentSign } from '../signs.ts'
import type { CodeFacts } from './facts.ts'
import { bareName, supplierNamed } from './supplier-named.ts'

/** A method by which a program of .NET takes a service in (learn.microsoft.com/dotnet/core/extensions/dependency-injection). */
const taken = /\.Add([A-Z][A-Za-z\d]{3,50})\s{0,3}(?:<[\w.<>, ]{1,60}>)?\(/g
const mostTaken = 400

/** What is taken in, behind whose it is: `AddAcmeChatClient`, `AddAcmeTranslations`. */
const behind =
  /(?:Chat(?:Client|Completions?|Agent|Bot)?|Translat(?:ions?|or)|Embeddings?(?:Generator|Generation)?|TextGeneration|ImageGeneration|Completions?|Transcriptions?|Speech(?:ToText)?|TextToSpeech)$/

/** Who answers when asked; a store or a page has such methods, too, for what is no AI. */
const answering: ReadonlySet<SupplierRole> = new Set([
  'model-provider',
  'inference-host',
  'gateway',
  'translation',
  'speech',
  'local-runtime',
])

/** An address says whom it is that answers. */
const addressed = /^[^;]{0,400}(?:\bUri\(|endpoint|https?:)/i

/** Names of such methods, with where they stand in the code. */
export const registeredIn = (code: string): { readonly name: string; readonly at: number }[] =>
  [...code.matchAll(taken)]
    .slice(0, mostTaken)
    .filter(({ index }) => !addressed.test(code.slice(index, index + 420)))
    .map(({ 1: name = '', index }) => ({ name, at: index }))

/** Suppliers that a program takes in by their names, whatever package of its own holds that: `services.AddDeepLTranslations(config)`. */
export function registeredSuppliers(
  { registered = [], imports, language }: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): EnvironmentSign[] {
  // A kit of the catalogue knows its own methods better.
  if (imports.some(({ module }) => catalogue.importOwner(language, module) !== null)) return []
  return registered.flatMap(({ name, line }): EnvironmentSign[] => {
    const supplier = supplierAdded(catalogue, name)
    return supplier === null
      ? []
      : [{ name: `Add${name}`, supplier, strength: 'medium', chosen: true, line, excerpt: excerpt(line) }]
  })
}

function supplierAdded(catalogue: Catalogue, name: string): string | null {
  const rest = name.replace(behind, '')
  // Without such a word it may be anything of that name.
  if (rest === name || rest === '') return null
  const product = productNames[bareName(name)]
  if (product !== undefined) return product
  const supplier = supplierNamed(catalogue, rest)
  if (supplier === null || bareName(rest) in houses || commonWords.has(bareName(rest))) return null
  return catalogue.suppliers.get(supplier)?.roles.some((role) => answering.has(role)) ? supplier : null
}
