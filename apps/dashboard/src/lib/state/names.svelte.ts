/** Suppliers by the names that people know; the inventory itself speaks in slugs. */
import type { Answer } from '../api.ts'
import { slugTitle } from '../format.ts'
import { type Resource, watch } from './resource.svelte.ts'

class SupplierNames {
  #register = $state.raw<Resource<Answer<'get', '/api/v1/suppliers'>>>()
  #names = $derived(new Map(this.#register?.data?.rows.map(({ slug, name }) => [slug, name])))

  /** Reads the register; the layout calls it once somebody is signed in. */
  start(): void {
    this.#register = watch('/api/v1/suppliers', { query: { sort: 'name', limit: 500 } })
  }

  /** For choosing one of them. */
  get options(): { value: string; label: string }[] {
    return (this.#register?.data?.rows ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
  }

  /** Where suppliers are at home, each once. */
  get countries(): { value: string; label: string }[] {
    const all = new Set((this.#register?.data?.rows ?? []).flatMap(({ country }) => country ?? []))
    return [...all].sort().map((value) => ({ value, label: value }))
  }

  of(slug: string): string {
    return this.#names.get(slug) ?? slugTitle(slug)
  }
}

export const supplierNames = new SupplierNames()

/** `aws-bedrock` → `Amazon Bedrock`; until the register is read, a readable form of the slug. */
export const supplierName = (slug: string): string => supplierNames.of(slug)
