import type { Language } from '@ai-census/signatures'
import type { Catalogue } from '../../catalogue.ts'
import { houses } from '../../data/product-names.ts'
import type { ImportSign } from '../../signs.ts'
import { bareName, supplierNamed } from '../supplier-named.ts'

/** Their imports bring all that a module has, and bind no name. */
const bindsNone: ReadonlySet<Language> = new Set<Language>(['csharp', 'swift', 'dart'])

/** Words of modules' names that say nothing of whose they are. */
const common =
  /^(?:package|sdk|clients?|swift|sharp|dart|flutter|dotnet|core|models?|services?|cloud|connectors|extensions|community|toolkit|speech|translation|vision|language)$/

/** Neither that, nor a house with several services, nor somebody else's: `Microsoft.SemanticKernel.Connectors.MistralAI`. */
function isBrand(word: string, supplier: string, catalogue: Catalogue): boolean {
  if (word.length < 5 || common.test(word) || word in houses) return false
  const named = supplierNamed(catalogue, word)
  return named === null || named === supplier
}

/** What a client is called, beside whose it is: `MistralClient`, `AnthropicServiceFactory`, `ChatOllama`, `OllamaKit`. */
const client = /(?:client|service|factory|api|kit|sdk|embeddings|llm|chatmodel|generativemodel)$/

/** Brands of the modules that a file imports, in a language where an import binds no name: `mistral` → `Mistral.SDK`. */
export function brandsOf(
  language: Language,
  imports: readonly ImportSign[],
  catalogue: Catalogue,
): ReadonlyMap<string, string> {
  const brands = new Map<string, string>()
  if (!bindsNone.has(language)) return brands
  for (const { module } of imports) {
    const owner = catalogue.importOwner(language, module)
    if (!owner || owner.shared || (owner.role !== 'client' && owner.role !== 'local')) continue
    const words = module
      .replace(/^package:([^/]*).*$/, '$1')
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .split(/[^A-Za-z\d]+/)
      .map(bareName)
    const whole = module.split(/[./]/).map(bareName)
    for (const word of [bareName(owner.supplier), ...whole, ...words])
      if (isBrand(word, owner.supplier, catalogue) && !brands.has(word)) brands.set(word, module)
  }
  return brands
}

/** The imported module whose client such a name is, by what it is called. */
export function brandedModule(name: string, brands: ReadonlyMap<string, string>): string | null {
  if (brands.size === 0 || !/^[A-Z]/.test(name)) return null
  const bare = bareName(name)
  for (const [brand, module] of brands)
    if (bare.endsWith(brand) || (bare.includes(brand) && client.test(bare))) return module
  return null
}
