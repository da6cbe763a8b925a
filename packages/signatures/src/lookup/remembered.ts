/** Names that are asked for again and again; foreign input makes it forget, not grow. */
const MOST_KNOWN = 20_000

/** Remembers what a look-up by kind and name answered. */
export function rememberedByKind<K extends string, T>(
  find: (kind: K, name: string) => T,
): (kind: K, name: string) => T {
  const kinds = new Map<K, Map<string, T>>()
  return (kind, name) => {
    let known = kinds.get(kind)
    if (!known) {
      known = new Map()
      kinds.set(kind, known)
    }
    const before = known.get(name)
    if (before !== undefined) return before
    if (known.size >= MOST_KNOWN) known.clear()
    const answer = find(kind, name)
    known.set(name, answer)
    return answer
  }
}
