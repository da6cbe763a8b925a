import type { Catalogue } from './catalogue.ts'

const serving: ReadonlySet<string> = new Set([
  'model-provider',
  'cloud-ai',
  'inference-host',
  'model-hub',
  'local-runtime',
  'speech',
  'vision',
  'translation',
  'search',
])

/** Whether a model runs at a supplier itself, and not at whom it passes requests on to. */
export const runsModels = (catalogue: Catalogue, slug: string): boolean =>
  (catalogue.suppliers.get(slug)?.roles ?? []).some((role) => serving.has(role))

/** Whether a supplier answers for a model. */
export const serves = (catalogue: Catalogue, slug: string): boolean => {
  const roles = catalogue.suppliers.get(slug)?.roles ?? []
  return (
    roles.some((role) => serving.has(role)) || (roles.includes('gateway') && !roles.includes('observability'))
  )
}
