/** Suppliers by the names that people know; the inventory itself speaks in slugs. */
import { slugTitle } from '../format.ts'
import { watch } from './resource.svelte.ts'

const register = () => watch('/api/v1/suppliers', { query: { sort: 'name', limit: 500 } })

class SupplierNames {
  #register = register()
  #names = $derived(new Map(this.#register.data?.rows.map(({ slug, name }) => [slug, name])))

  of(slug: string): string {
    return this.#names.get(slug) ?? slugTitle(slug)
  }
}

let names: SupplierNames | undefined

/** `aws-bedrock` → `Amazon Bedrock`; until the register is read, a readable form of the slug. */
export function supplierName(slug: string): string {
  names ??= new SupplierNames()
  return names.of(slug)
}
