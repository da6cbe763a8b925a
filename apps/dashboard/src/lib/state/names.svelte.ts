/** Suppliers by the names that people know; the inventory itself speaks in slugs. */
import { slugTitle } from '../format.ts'
import { watchSuppliers } from './supplier-register.ts'

class SupplierNames {
  #register = $state.raw<ReturnType<typeof watchSuppliers>>()
  #names = $derived(new Map(this.#register?.data?.map(({ slug, name }) => [slug, name])))

  /** Reads the register; the layout calls it once somebody is signed in. */
  start(): void {
    this.#register = watchSuppliers()
  }

  /** For choosing one of them; those that most systems use come first. */
  get options(): { value: string; label: string }[] {
    return (this.#register?.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
  }

  /** Where suppliers are at home, each once. */
  get countries(): { value: string; label: string }[] {
    const all = new Set((this.#register?.data ?? []).flatMap(({ country }) => country ?? []))
    return [...all].sort().map((value) => ({ value, label: value }))
  }

  of(slug: string): string {
    return this.#names.get(slug) ?? slugTitle(slug)
  }
}

export const supplierNames = new SupplierNames()

/** `aws-bedrock` → `Amazon Bedrock`; until the register is read, a readable form of the slug. */
export const supplierName = (slug: string): string => supplierNames.of(slug)
