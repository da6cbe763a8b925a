import type { Catalogue } from '../catalogue.ts'
import { productNames } from '../data/product-names.ts'

const tables = new WeakMap<Catalogue, ReadonlyMap<string, string>>()

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Suppliers by slug and name, without capitals, spaces and signs; a name of two is nobody's. */
function tableOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = tables.get(catalogue)
  if (known) return known
  const table = new Map<string, string>()
  for (const { slug, name } of catalogue.suppliers.values())
    for (const text of [bare(slug), bare(name)])
      if (text.length >= 3 && !table.has(text)) table.set(text, slug)
  for (const { slug, modelPrefixes } of catalogue.suppliers.values())
    for (const prefix of modelPrefixes ?? []) {
      const text = bare(prefix)
      if (text.length >= 3 && !table.has(text)) table.set(text, slug)
    }
  for (const [name, slug] of Object.entries(productNames)) if (!table.has(name)) table.set(name, slug)
  tables.set(catalogue, table)
  return table
}

/** What workflow tools put around a supplier's name: `lmChatOpenAi`, `OpenAIModel`, `embeddingsMistralCloud`. */
const before = /^(lmChat|lm|chat|embeddings?|vectorStore|reranker|memory)(?=[A-Z])/i
const after = /(Chat)?(Models?|Embeddings?|LLM|Cloud|Api|VectorStore|Component|Rerank(er)?)$/i

/** A store of vectors by the beginning of its name: `Supabase` is a part of what Supabase offers, `MongoDB Atlas` is MongoDB's. */
export function storeNamed(catalogue: Catalogue, name: string): string | null {
  const text = bare(name)
  const stores = [...catalogue.suppliers.values()].filter(({ roles }) => roles.includes('vector-database'))
  const begins = (word: string): boolean => word.length >= 5 && text.startsWith(word)
  return (
    stores.find(({ slug }) => bare(slug) === text)?.slug ??
    stores.find(({ slug }) => begins(slug.split('-')[0]!))?.slug ??
    null
  )
}

/** The supplier that a node's type or label names; null for nodes of any other kind. */
export function supplierNamed(catalogue: Catalogue, names: readonly string[]): string | null {
  const table = tableOf(catalogue)
  for (const name of names) {
    const shorter = name.replace(before, '')
    const store = /^vectorStore/i.test(name) ? storeNamed(catalogue, shorter) : null
    if (store) return store
    for (const text of [name, shorter, name.replace(after, ''), shorter.replace(after, '')]) {
      const slug = table.get(bare(text))
      if (slug) return slug
    }
  }
  return null
}

/** What a supplier must be to count where tools have a node for everything: a database may hold anything. */
const reached = new Set(['model-provider', 'inference-host', 'speech', 'vision', 'translation', 'search'])

/** The supplier whose AI a node of a general kind reaches: `openAi`, `deepL`, `awsComprehend`. */
export function serviceNamed(catalogue: Catalogue, names: readonly string[]): string | null {
  for (const name of names) {
    const service = /^aws(?=[A-Z])(.+)$/.exec(name)?.[1]?.toLowerCase()
    const owner = service === undefined ? null : catalogue.awsServiceOwner(service)
    if (owner) return owner.supplier
  }
  const slug = supplierNamed(catalogue, names)
  const roles = catalogue.suppliers.get(slug ?? '')?.roles ?? []
  return roles.some((role) => reached.has(role)) ? slug : null
}
