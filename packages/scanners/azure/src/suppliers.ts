import { makerNamed } from '@ai-census/cloud-kit'
import type { Place } from './place.ts'

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Who serves a type of resource, by the catalogue; null where it knows nobody. */
export const ownerOf = (place: Place, type: string, kind?: string): string | null =>
  place.catalogue.resourceOwner(type, kind)?.supplier ?? null

/** Who makes a model: `Mistral AI` → `mistral`. The provider's own word first, then what the model's name says. */
export function publisherOf(
  place: Place,
  format: string | undefined,
  model: string | undefined,
): string | undefined {
  const maker = format ? makerNamed(place.catalogue, format) : undefined
  if (maker || !model) return maker
  return place.catalogue.modelOwner(model)?.publisher ?? byFirstWord(place, model)
}

/** Azure’s catalogue puts makers before names that they do not give themselves: `Cohere-command-r`. */
function byFirstWord(place: Place, model: string): string | undefined {
  const [first = '', rest] = model.toLowerCase().split(/[-_ ](.*)/s)
  return rest && place.catalogue.suppliers.get(first)?.models ? first : undefined
}

/** `azureml://registries/azureml-cohere/models/Cohere-command-r/versions/3` → its registry and its name. */
export function registryModel(asset: string | undefined): { registry?: string; name: string } | null {
  const shared = /^azureml:\/\/registries\/([^/]+)\/models\/([^/]+)/i.exec(asset ?? '')
  if (shared?.[1] && shared[2]) return { registry: shared[1], name: hubName(shared[1], shared[2]) }
  const own = /\/models\/([^/]+)/i.exec(asset ?? '')?.[1] ?? /^azureml:([^:/]+)/.exec(asset ?? '')?.[1]
  return own ? { name: own } : null
}

/** Shelves of the catalogue that others put their models on as well. */
const OPEN_SHELVES = new Set(['huggingface', 'azureopenai', ''])

/** Hugging Face's shelf has a `--` where its own names have a slash: `google--gemma-4-31b-it`. */
const hubName = (registry: string | undefined, name: string): string =>
  plain(registry ?? '').includes('huggingface') ? name.replace(/^([\w.-]+?)--(?=[\w.-]+$)/, '$1/') : name

/** `azureml-cohere` is Cohere’s shelf in the catalogue of models. */
export function registryOwner(place: Place, registry: string | undefined, model: string): string | undefined {
  const shelf = (registry ?? '').replace(/^azure(ml)?(-|$)/i, '')
  return publisherOf(place, OPEN_SHELVES.has(plain(shelf)) ? undefined : shelf, model)
}
