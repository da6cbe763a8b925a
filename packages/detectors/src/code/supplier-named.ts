import type { Catalogue } from '../catalogue.ts'
import { remembered } from '../text/memo.ts'

/** A name without what people write it with or without: `OPEN_AI` and `openai` are one. */
export const bareName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()

const lookups = new WeakMap<Catalogue, (name: string) => string | null>()

/** Whom a program's own name for a provider means, however it is written: `openRouter`, `OPEN_AI`, `azure-openai`. */
export function supplierNamed(catalogue: Catalogue, name: string): string | null {
  let lookup = lookups.get(catalogue)
  if (!lookup) {
    lookup = lookupOf(catalogue)
    lookups.set(catalogue, lookup)
  }
  return lookup(name)
}

/** Each short text of a program is asked about, and most of them again and again. */
function lookupOf(catalogue: Catalogue): (name: string) => string | null {
  const known = new Map([...catalogue.suppliers.keys()].map((slug) => [bareName(slug), slug]))
  return remembered((name) =>
    // The id of a model, by its publisher.
    name.includes('/')
      ? null
      : (known.get(bareName(name)) ??
        catalogue.modelPrefixOwner(`${name.toLowerCase()}/x`)?.supplier ??
        null),
  )
}
