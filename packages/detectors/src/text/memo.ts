/**
 * Remembers what a pure function of one text answered. Forgets everything once it knows too much, so that foreign
 * input cannot make it grow.
 */
export function remembered<T>(decide: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T // present, so of the kind that was put in
    if (known.size >= most) known.clear()
    const answer = decide(text)
    known.set(text, answer)
    return answer
  }
}
