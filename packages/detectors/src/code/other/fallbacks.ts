import { placeOf } from '../places.ts'

/** What stands for a value that is not given: `a ?? "x"`, `a || "x"`, `a ?: "x"`. */
const operator = /(?:\?\?|\|\||\?:)\s{0,80}$/
/** The last name of what may be missing: `options["model"]`, `settings.model`, `opts[:model]`, `params.model()`. */
const missing = /([A-Za-z_]\w{0,60})["'\])(]{0,4}\s{0,80}$/
/** The name that the whole is given to. */
const given = /([A-Za-z_]\w{0,60})["']?\s{0,3}(?:[:=]|=>|:=)\s{0,3}[^\n;={}]{1,80}$/

/** The place of a text that stands for a value which may be missing: the name of that, or of what is given it. */
export function fallbackPlace(code: string, at: number): string | undefined {
  const before = code.slice(Math.max(0, at - 200), at)
  const found = operator.exec(before)
  if (!found) return undefined
  const value = before.slice(0, found.index)
  const name = missing.exec(value)?.[1]
  return name !== undefined && placeOf(name) !== null ? name : given.exec(value)?.[1]
}
