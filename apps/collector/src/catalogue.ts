import type { CatalogueFacts } from '@ai-census/inventory'
import type { Catalogue } from '@ai-census/signatures'

/** What the signatures know, in the few questions that the inventory asks. */
export function catalogueFacts(catalogue: Catalogue): CatalogueFacts {
  return {
    version: catalogue.hash,
    supplier(slug) {
      const known = catalogue.suppliers.get(slug)
      if (!known) return null
      const { name, country, site, terms, subprocessors } = known
      return {
        name,
        ...(country ? { country } : {}),
        ...(site ? { site } : {}),
        ...(terms ? { terms } : {}),
        ...(subprocessors ? { subprocessors } : {}),
      }
    },
    publisher: (modelId) => catalogue.modelOwner(modelId)?.publisher ?? null,
    retiresOn: (modelId) => catalogue.modelOwner(modelId)?.retiresOn ?? null,
    family: (modelId) => catalogue.modelOwner(modelId)?.family ?? null,
    isOpenWeights: (modelId) => catalogue.modelOwner(modelId)?.openWeights ?? false,
    // A name of one's own under a supplier's domain (`acme.openai.azure.com`) comes of a template.
    isPublicHost: (host) => {
      const owner = catalogue.hostOwner(host)
      return owner !== null && owner.template === undefined
    },
  }
}
