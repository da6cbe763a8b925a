import type { SupplierSlug } from '@ai-census/schema'

export interface SupplierFacts {
  readonly name: string
  readonly country?: string
  readonly site?: string
  /** Its pages with its terms, and with whom it passes data on to. */
  readonly terms?: string
  readonly subprocessors?: string
}

/**
 * What the signatures know, as the core needs it. Every function must answer the same for the same argument:
 * the inventory is a pure function of what they say.
 */
export interface CatalogueFacts {
  /** Another one answers otherwise. */
  readonly version: string
  supplier(slug: SupplierSlug): SupplierFacts | null
  /** Who published a model, by its id. */
  publisher(modelId: string): SupplierSlug | null
  /** The date (`2027-01-31`) from which the publisher no longer serves the model. */
  retiresOn(modelId: string): string | null
  /** The name for people of the family that a model is of. */
  family(modelId: string): string | null
  /** Whether anybody may serve the model. */
  isOpenWeights(modelId: string): boolean
  /** Whether a host name serves everybody (`api.openai.com`): such a name joins nothing. */
  isPublicHost(host: string): boolean
}

/** A catalogue that knows nothing, for tests and for scans without signatures. */
export const emptyCatalogue: CatalogueFacts = {
  version: 'empty',
  supplier: () => null,
  publisher: () => null,
  retiresOn: () => null,
  family: () => null,
  isOpenWeights: () => false,
  isPublicHost: () => false,
}
