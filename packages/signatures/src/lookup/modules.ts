import type { Ecosystem, Language, PackageEntry, Signature } from '../signature.ts'
import { entryName } from './claims.ts'

/** A module that a signature knows, with what it knows it from. */
export interface KnownModule {
  readonly name: string
  readonly entry: PackageEntry
}

/** Languages whose module names follow from the package's name, and how. */
const DERIVED: Partial<Record<Language, { ecosystem: Ecosystem; names: (name: string) => string[] }>> = {
  python: { ecosystem: 'pypi', names: (name) => pythonModules(name.toLowerCase()) },
  go: { ecosystem: 'golang', names: (name) => [name] },
  csharp: { ecosystem: 'nuget', names: (name) => [name] },
  ruby: { ecosystem: 'gem', names: (name) => [name, name.replaceAll('-', '/')] },
  rust: { ecosystem: 'cargo', names: (name) => [name.replaceAll('-', '_')] },
  dart: { ecosystem: 'pub', names: (name) => [`package:${name}`] },
  r: { ecosystem: 'cran', names: (name) => [name] },
}

/**
 * Beginnings of distributions whose modules lie in one namespace, with that namespace. The rest of the name keeps its
 * words, parted by underscores.
 */
const NAMESPACES: readonly (readonly [begins: string, namespace: string])[] = [
  ['livekit-plugins-', 'livekit.plugins.'],
  ['vision-agents-plugins-', 'vision_agents.plugins.'],
  ['apache-airflow-providers-', 'airflow.providers.'],
  ['opentelemetry-instrumentation-', 'opentelemetry.instrumentation.'],
  ['openinference-instrumentation-', 'openinference.instrumentation.'],
  ['google-cloud-', 'google.cloud.'],
]

/** Kinds of LlamaIndex's integrations: `llama-index-vector-stores-x` holds `llama_index.vector_stores.x`. */
const LLAMA_INDEX =
  /^llama-index-(agent|callbacks|embeddings|evaluation|extractors|graph-rag|graph-stores|indices-managed|indices|ingestion|llms|memory|multi-modal-llms|node-parser|node-parsers|observability|output-parsers|packs|postprocessor|program|question-gen|readers|response-synthesizers|retrievers|selectors|sparse-embeddings|storage-[a-z]+|tools|vector-stores|voice-agents)-(.+)$/

/** The module that a distribution of this name holds, as far as its name tells. */
function pythonModules(name: string): string[] {
  const words = (text: string) => text.replaceAll('-', '_')
  const kind = name.startsWith('llama-index-') ? LLAMA_INDEX.exec(name) : null
  if (kind) return [`llama_index.${words(kind[1]!)}.${words(kind[2]!)}`]
  // Haystack's lie below `haystack_integrations.components`, by what they do, which their names do not tell.
  if (name.endsWith('-haystack')) return []
  for (const [begins, namespace] of NAMESPACES)
    if (name.startsWith(begins)) return [namespace + words(name.slice(begins.length))]
  return [words(name)]
}

/** Of a language whose modules are named after their packages: the ecosystem of those. */
export const ecosystemOfModules = (language: Language): Ecosystem | undefined => DERIVED[language]?.ecosystem

/** Modules that follow from the names of a signature's packages, whether it lists modules of its own or not. */
export function derivedModules(signature: Signature, language: Language): KnownModule[] {
  const rule = DERIVED[language]
  if (!rule) return []
  return (signature.packages?.[rule.ecosystem] ?? []).flatMap((entry) =>
    rule.names(entryName(entry)).map((name) => ({ name, entry })),
  )
}

/** All modules of a signature in a language: those that it lists, then those that follow from its packages. */
export function modulesOf(signature: Signature, language: Language): KnownModule[] {
  const listed = (signature.imports?.[language] ?? []).map((entry) => ({ name: entryName(entry), entry }))
  const names = new Set(listed.map(({ name }) => name))
  return [...listed, ...derivedModules(signature, language).filter(({ name }) => !names.has(name))]
}

/** Where whole packages of modules were before they moved: programs that never followed still import them there. */
const MOVED: Partial<Record<Language, readonly (readonly [from: string, to: string])[]>> = {
  // python.langchain.com and js.langchain.com, notes to versions 0.1 and 0.2
  python: [['langchain.', 'langchain_community.']],
  javascript: [['langchain/', '@langchain/community/']],
}

/** The names that a signature's modules had before they moved. */
export function formerModules(signature: Signature, language: Language): KnownModule[] {
  return (MOVED[language] ?? []).flatMap(([from, to]) =>
    (signature.imports?.[language] ?? []).flatMap((entry) => {
      const name = entryName(entry)
      if (!name.startsWith(to)) return []
      const former = from + name.slice(to.length)
      return [{ name: former, entry: typeof entry === 'string' ? former : { ...entry, name: former } }]
    }),
  )
}
