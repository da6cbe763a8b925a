/**
 * Maps side by side, `width` at a time, and gives the results in the order of the items: reads no further ahead than
 * that, so that memory does not grow with the list. The first failure ends it, after what came before it.
 */
export async function* mapAhead<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const pending: Promise<Result>[] = []
  let broken: { readonly error: unknown } | null = null
  const source = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      while (!broken && pending.length < width) {
        // A list that breaks off must not cost what was read before.
        const next = await source.next().catch((error: unknown) => {
          broken = { error }
          return null
        })
        if (!next || next.done) break
        const mapped = map(next.value)
        // Awaited in its turn; until then a failure of its own must not count as unhandled.
        mapped.catch(() => undefined)
        pending.push(mapped)
      }
      const first = pending.shift()
      if (!first) break
      yield await first
    }
    if (broken) throw (broken as { readonly error: unknown }).error
  } finally {
    await source.return?.()
  }
}
