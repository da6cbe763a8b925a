import type { Place } from './place.ts'

/** `openai-prod`, `lakera-guard`: a supplier's name that begins a name, as words of its own. */
export function supplierIn({ catalogue }: Pick<Place, 'catalogue'>, name: string | undefined): string | null {
  const words = (name ?? '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const slugs = words.map((_, i) => words.slice(0, words.length - i).join('-'))
  return slugs.find((one) => catalogue.suppliers.has(one)) ?? null
}

/** The supplier that a name begins with, else the name as it is. */
export function supplierNamed(place: Pick<Place, 'catalogue'>, name: string | undefined) {
  const supplier = supplierIn(place, name)
  return supplier ? { supplier } : { supplier: null, supplierName: name || 'unnamed' }
}

/** Whose an address is that something calls; what also serves other things, or people, is nobody's. */
export function addressOwner(
  { catalogue }: Pick<Place, 'catalogue'>,
  host: string | undefined,
  path: string,
) {
  const owner = host ? catalogue.hostOwner(host, path) : null
  return owner && !owner.shared && !owner.site ? owner : null
}
