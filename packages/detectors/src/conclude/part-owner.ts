import type { PackageOwner } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'

/** What a class is called besides the part that brings it: `GPT4AllEmbeddings` and `ChatGPT4All` of `gpt4all`. */
const kind =
  /^Chat(?=[A-Z])|(?:Embeddings?|Embedder|ChatModel|Model|LLM|VectorStore|VectorDB|Store|Retriever|Tools?|Toolkit)$/g

/**
 * Whose a name is that is taken from a package of Python which brings it from a part of the same name:
 * `from langchain_community.vectorstores import FAISS` is of `langchain_community.vectorstores.faiss`.
 */
export function partOwner(catalogue: Catalogue, module: string, name: string): PackageOwner | null {
  if (!/^[A-Z]\w{1,60}$/.test(name) || !module.includes('.')) return null
  // Whose constructor it is, a signature says.
  if (catalogue.clientOwner('python', name)) return null
  const whole = name.toLowerCase()
  const bare = name.replaceAll(kind, '').toLowerCase()
  for (const part of new Set([whole, bare])) {
    if (part.length < 3) continue
    const entry = `${module}.${part}`
    const owner = catalogue.importOwner('python', entry)
    if (owner?.entry === entry) return owner
  }
  return null
}
