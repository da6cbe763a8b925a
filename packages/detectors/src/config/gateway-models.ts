import type { Catalogue } from '../catalogue.ts'
import type { Value } from '../signs.ts'
import type { ConfigEntry } from './tree-entries.ts'

const alias = /^model_?name$/i
const called = /^(?:litellm_)?params\nmodel$/i

/**
 * Entries that name a model for those who ask a gateway, which calls the model named beneath: `model_name: chat` beside
 * `litellm_params: { model: acme/acme-1 }` (docs.litellm.ai/docs/proxy/configs). Where that one is a deployment's name, only the alias
 * may say which model it is.
 */
export function aliasesIn(catalogue: Catalogue, entries: readonly ConfigEntry[]): ReadonlySet<ConfigEntry> {
  const known = new Set(
    entries.flatMap(({ keys, text }) =>
      called.test(keys.slice(-2).join('\n')) && catalogue.modelOwner(text.replace(/^.*\//, '')) !== null
        ? [keys.slice(0, -2).join('\n')]
        : [],
    ),
  )
  if (known.size === 0) return none
  return new Set(
    entries.filter(({ keys }) => alias.test(keys.at(-1) ?? '') && known.has(keys.slice(0, -1).join('\n'))),
  )
}

const none: ReadonlySet<ConfigEntry> = new Set()

/** Whom such a gateway asks where no address says it, by what stands before the model: `model: acme/acme-1`. */
export function routedModel(
  { modelPrefixOwner }: Catalogue,
  keys: readonly string[],
  value: Value,
): { readonly value: string; readonly supplier: string } | null {
  if (typeof value !== 'string' || keys.at(-2) !== 'litellm_params' || keys.at(-1) !== 'model') return null
  const owner = modelPrefixOwner(value)
  return owner && { value: owner.rest, supplier: owner.supplier }
}
