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
  const wanted = format ? plain(format) : ''
  if (wanted) {
    for (const { slug, name } of place.catalogue.suppliers.values())
      if (plain(slug) === wanted || plain(name) === wanted) return slug
  }
  return (model ? place.catalogue.modelOwner(model)?.publisher : undefined) ?? undefined
}

/** `azureml://registries/azureml-cohere/models/Cohere-command-r/versions/3` → its registry and its name. */
export function registryModel(asset: string | undefined): { registry?: string; name: string } | null {
  const shared = /^azureml:\/\/registries\/([^/]+)\/models\/([^/]+)/i.exec(asset ?? '')
  if (shared?.[1] && shared[2]) return { registry: shared[1], name: shared[2] }
  const own = /\/models\/([^/]+)/i.exec(asset ?? '')?.[1] ?? /^azureml:([^:/]+)/.exec(asset ?? '')?.[1]
  return own ? { name: own } : null
}

/** `azureml-cohere` is Cohere’s shelf in the catalogue of models. */
export const registryOwner = (
  place: Place,
  registry: string | undefined,
  model: string,
): string | undefined => publisherOf(place, registry?.replace(/^azureml-?/i, ''), model)
