import type { NamedEntry, PackageEntry } from '../signature.ts'
import { PrefixTable } from './prefix-table.ts'

export const entryName = (entry: PackageEntry | NamedEntry): string =>
  typeof entry === 'string' ? entry : entry.name
export const productOf = (entry: PackageEntry | NamedEntry): { product?: string } =>
  typeof entry !== 'string' && entry.product ? { product: entry.product } : {}

/** Before the name of an image that is this product's under any namespace and in any registry. */
export const ANYWHERE = '*/'

/** Two signatures claim the same sign. */
export interface Clash {
  sign: string
  suppliers: [string, string]
}

/** A table of signs that notes when two suppliers claim the same one; the first keeps it. */
export class ClaimTable<T extends { supplier: string }> {
  readonly table = new PrefixTable<T>()
  readonly #what: string
  readonly #clashes: Clash[]
  constructor(what: string, clashes: Clash[]) {
    this.#what = what
    this.#clashes = clashes
  }
  claim(name: string, owner: T): void {
    const before = this.table.set(name, owner)
    if (before && before.supplier !== owner.supplier)
      this.#clashes.push({ sign: `${this.#what} ${name}`, suppliers: [before.supplier, owner.supplier] })
  }
}
