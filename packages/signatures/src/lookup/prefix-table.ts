/** Owner look-up by exact name or by the longest `*` prefix. */
export class PrefixTable<T> {
  readonly #exact = new Map<string, T>()
  readonly #prefixes = new Map<string, T>()
  /** Lengths of the prefixes that begin with a character, longest first. */
  readonly #lengths = new Map<string | undefined, readonly number[]>()

  /** Keeps `value` under `name` (`*` at its end makes it a prefix). Returns what was there already, if anything. */
  set(name: string, value: T): T | undefined {
    const isPrefix = name.endsWith('*')
    const table = isPrefix ? this.#prefixes : this.#exact
    const key = isPrefix ? name.slice(0, -1) : name
    const before = table.get(key)
    if (before !== undefined) return before
    table.set(key, value)
    if (isPrefix) this.#keepLength(key)
    return undefined
  }

  get(name: string): T | undefined {
    const exact = this.#exact.get(name)
    if (exact !== undefined) return exact
    for (const length of this.#lengths.get(name[0]) ?? []) {
      if (length > name.length) continue
      const found = this.#prefixes.get(name.slice(0, length))
      if (found !== undefined) return found
    }
    return this.#prefixes.get('')
  }

  #keepLength(prefix: string): void {
    const lengths = this.#lengths.get(prefix[0]) ?? []
    if (lengths.includes(prefix.length)) return
    this.#lengths.set(
      prefix[0],
      [...lengths, prefix.length].sort((a, b) => b - a),
    )
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
