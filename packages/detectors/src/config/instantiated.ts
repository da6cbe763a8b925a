import type { Input } from '../detector.ts'
import type { ImportSign } from '../signs.ts'
import type { ConfigEntry } from './tree-entries.ts'

/** A class or function of Python by its whole path. */
const path = /^[A-Za-z_]\w*(\.\w+){1,12}$/

/** A class by its whole path, which no plain value of a setting looks like. */
const classPath = /^[a-z_]\w*(\.[a-z_]\w*){1,11}\.[A-Z]\w*$/

/** An application that a server imports: `ray.serve.llm:build_openai_app` (docs.ray.io/en/latest/serve/llm). */
const application = /^([a-z_]\w*(?:\.\w+){1,12}):[A-Za-z_]\w*$/

/** Keys behind which frameworks name the class that they make, and those of its own arguments beside it. */
const naming = /^(type|provider|class|class_?(path|name))$/
const holding = /^(config|init_(parameters|args)|params|kwargs)$/

/**
 * What a framework imports and makes because its configuration says so: Hydra's `_target_`
 * (hydra.cc/docs/advanced/instantiate_objects/overview), `type` of Haystack's pipelines (docs.haystack.deepset.ai/docs/serialization),
 * `provider` of AutoGen's components (microsoft.github.io/autogen, component config).
 */
export function instantiated(input: Input, key: string, text: string, line: number): ImportSign[] {
  const module = moduleNamed(key, text)
  if (module === undefined || input.catalogue.importOwner('python', module) === null) return []
  return [{ language: 'python', module, line, excerpt: input.excerpt(line) }]
}

function moduleNamed(key: string, text: string): string | undefined {
  if (key === 'import_path') return application.exec(text)?.[1]
  return (key === '_target_' ? path.test(text) : naming.test(key) && classPath.test(text)) ? text : undefined
}

/** Whose client is made of a record's class, by the keys that lead to the record. */
export function suppliersOfClasses(
  { catalogue }: Input,
  entries: readonly ConfigEntry[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { keys, text } of entries) {
    const key = keys.at(-1) ?? ''
    if (!classPath.test(text) || !(key === '_target_' || naming.test(key))) continue
    const owner = catalogue.importOwner('python', text)
    // A class of nobody's package may be called as a client is.
    if (owner === null) continue
    const supplier =
      catalogue.clientOwner('python', text.split('.').at(-1)!)?.supplier ??
      (owner.role === 'client' ? owner.supplier : undefined)
    if (supplier !== undefined) found.set(keys.slice(0, -1).join('.'), supplier)
  }
  return found
}

/** The provider that the class of a model's own record is. */
export function classBeside(
  suppliers: ReadonlyMap<string, string>,
  keys: readonly string[],
): { provider?: string } {
  const record = keys.slice(0, -1)
  const outer = holding.test(record.at(-1) ?? '') ? record.slice(0, -1) : record
  const provider = suppliers.get(outer.join('.'))
  return provider === undefined ? {} : { provider }
}
