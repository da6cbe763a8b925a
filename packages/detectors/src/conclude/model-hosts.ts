import type { Catalogue } from '../catalogue.ts'
import { isHub, isHubName, prefixOwner, servesOthers, servingPublisher } from '../hosting.ts'
import { serves } from '../serves.ts'
import type { ModelSign } from '../signs.ts'
import { isPassive } from './reach.ts'
import type { Served } from './served.ts'

/** The call leads to addresses of nobody in the catalogue, and nowhere else. */
export const isOwn = (served: readonly Served[]): boolean =>
  served.length > 0 && served.every(({ supplier, owner }) => supplier === null && owner.role !== 'tooling')

/**
 * What a platform's own deployment is called is no model: `deployment_name="blue"` of Azure Machine Learning. Of who serves models under the
 * names that people give to their deployments it is all that is known of them.
 */
export function isOwnDeployment(
  catalogue: Catalogue,
  { place }: ModelSign,
  served: readonly Served[],
  id: string,
): boolean {
  if (!/deployment/i.test(place ?? '') || catalogue.modelOwner(id) !== null) return false
  const name = (place ?? '').split('.').at(-1) ?? ''
  return [catalogue.environmentOwner(name)?.supplier, ...served.map(({ supplier }) => supplier)].some(
    (slug) => slug && catalogue.suppliers.get(slug)?.roles.includes('ml-platform'),
  )
}

/** Who serves the model that a call names; the prefix that a framework reads is no part of the id. */
export function hostsFor(
  catalogue: Catalogue,
  served: readonly Served[],
  id: string,
  sign: ModelSign,
): { supplier: string; id: string }[] {
  return served.flatMap(({ supplier, owner, name, by }) => {
    if ((by !== 'client' && isPassive(name)) || owner.role === 'tooling') return []
    if (by === 'gateway' && supplier !== null) return [{ supplier, id }]
    if (owner.role === 'framework') {
      const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
      if (prefix) return [{ supplier: prefix.supplier, id: prefix.rest }]
      const known = catalogue.modelOwner(id)
      if (
        supplier !== null &&
        (supplier !== owner.supplier ||
          by !== 'default' ||
          (known &&
            servesOthers(catalogue, supplier) &&
            serves(catalogue, supplier) &&
            !isHub(catalogue, supplier)))
      )
        return [{ supplier, id }]
      const form = catalogue.modelFormOwner(id)
      if (form && !form.shared) return [{ supplier: form.supplier, id }]
      const publisher = isHubName(catalogue, id) ? undefined : servingPublisher(catalogue, id)
      return publisher ? [{ supplier: publisher, id }] : []
    }
    if (supplier === null || !(serves(catalogue, supplier) || catalogue.suppliers.get(supplier)?.models))
      return []
    const own = prefixOwner(catalogue, id)
    const bare = own?.supplier === supplier && !isHub(catalogue, supplier) ? own.rest : id
    const known = catalogue.modelOwner(bare) !== null
    // What a search is told to look with is another page of it: `SearchWrapper(engine='acme_news')`.
    const isSearch = catalogue.suppliers.get(supplier)?.roles.every((role) => role === 'search')
    return known || (sign.strength !== 'weak' && !isSearch) ? [{ supplier, id: bare }] : []
  })
}
