/**
 * A new list is drawn in two steps: what fits a screen in the first frame, the rest in the one after it. A filter's answer
 * is seen the sooner, and nobody sees the rest come.
 */

/**
 * Called once by a component. `list` names the list that `rows` are of: while it stays the same, all of it stands, whatever
 * changes in it. Undefined: all of it stands at once, as where a person comes back to a place far down in it.
 * `screen`: more rows than a screen of 1440 by 900 shows.
 */
export function gradual<T>(
  rows: () => readonly T[],
  list: () => unknown,
  screen: number,
): { readonly rows: readonly T[]; readonly whole: boolean } {
  let last = $state.raw<unknown>()
  $effect(() => {
    const wanted = list()
    return afterPaint(() => {
      last = wanted
    })
  })
  const whole = () => {
    const wanted = list()
    return wanted === undefined || wanted === last
  }
  return {
    get rows() {
      return whole() ? rows() : rows().slice(0, screen)
    },
    /** False until the first rows of this list have been painted. */
    get whole() {
      return whole()
    },
  }
}

/** Browsers draw no frame of a page that is behind another: there it happens all the same. */
const HIDDEN_MS = 100

function afterPaint(then: () => void): () => void {
  let timer = setTimeout(then, HIDDEN_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(then)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
