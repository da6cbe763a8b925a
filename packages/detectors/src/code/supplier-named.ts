import type { Catalogue } from '../catalogue.ts'

/** A name without what people write it with or without: `OPEN_AI` and `openai` are one. */
export const bareName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()

const names = new WeakMap<Catalogue, ReadonlyMap<string, string>>()

/** Whom a program's own name for a provider means, however it is written: `openRouter`, `OPEN_AI`, `azure-openai`. */
export function supplierNamed(catalogue: Catalogue, name: string): string | null {
  // The id of a model, by its publisher.
  if (name.includes('/')) return null
  let known = names.get(catalogue)
  if (!known) {
    known = new Map([...catalogue.suppliers.keys()].map((slug) => [bareName(slug), slug]))
    names.set(catalogue, known)
  }
  return known.get(bareName(name)) ?? catalogue.modelPrefixOwner(`${name.toLowerCase()}/x`)?.supplier ?? null
}
