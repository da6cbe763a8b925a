/** Who answers a call, and how that is known. */
export interface Served {
  /** Null: an address of nobody in the catalogue, kept in `host`. */
  readonly supplier: string | null
  readonly host?: string
  readonly product?: string
  /** `default`: nothing says otherwise. `gateway`: the package's own, which takes a model's id as it is written. */
  readonly by: 'base-url' | 'client' | 'key' | 'model' | 'setting' | 'default' | 'service' | 'gateway'
  /** The package's own supplier and role. */
  readonly owner: { readonly supplier: string; readonly role: string; readonly entry: string }
  readonly module: string
  /** The name that was called, as the module knows it: `OpenAI`, `chat.completions.create`. */
  readonly name: string
}

/** Whom something reaches, and how that is known. */
export type Reached = Pick<Served, 'supplier' | 'host' | 'product' | 'by'>

/** Each supplier and host once. */
export const distinct = (all: readonly Served[]): readonly Served[] => [
  ...new Map(all.map((served) => [`${served.supplier} ${served.host}`, served])).values(),
]
