/** Owner look-up by exact name or by the longest `*` prefix. */
export class PrefixTable<T> {
  readonly #exact = new Map<string, T>()
  readonly #prefixes = new Map<string, T>()
  /** Lengths of the prefixes, longest first. */
  #lengths: number[] = []

  /** Keeps `value` under `name` (`*` at its end makes it a prefix). Returns what was there already, if anything. */
  set(name: string, value: T): T | undefined {
    const isPrefix = name.endsWith('*')
    const table = isPrefix ? this.#prefixes : this.#exact
    const key = isPrefix ? name.slice(0, -1) : name
    const before = table.get(key)
    if (before !== undefined) return before
    table.set(key, value)
    if (isPrefix && !this.#lengths.includes(key.length))
      this.#lengths = [...this.#lengths, key.length].sort((a, b) => b - a)
    return undefined
  }

  get(name: string): T | undefined {
    const exact = this.#exact.get(name)
    if (exact !== undefined) return exact
    for (const length of this.#lengths) {
      if (length > name.length) continue
      const found = this.#prefixes.get(name.slice(0, length))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The owner of `name` or of the longest of its parents, as `separator` divides them. */
  getParent(name: string, separator: string): T | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf(separator, end - 1)) {
      const found = this.#exact.get(name.slice(0, end))
      if (found !== undefined) return found
    }
    return this.get(name)
  }
}
