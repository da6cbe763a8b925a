import { placeOf } from '../places.ts'
import { returnedPlace } from '../returned-models.ts'

/** What stands for a value that is not given: `a ?? "x"`, `a || "x"`, `a ?: "x"`. */
const operator = /(?:\?\?|\|\||\?:)\s{0,80}$/
/** The last name of what may be missing: `options["model"]`, `settings.model`, `opts[:model]`, `params.model()`. */
const missing = /([A-Za-z_]\w{0,60})["'\])(]{0,4}\s{0,80}$/
/** The name that the whole is given to. */
const given = /([A-Za-z_]\w{0,60})["']?\s{0,3}(?:[:=]|=>|:=)\s{0,3}[^\n;={}]{1,80}$/

/** A function that does no more than give a text: `function getModelName(): string { return 'x'`, `fun defaultModel() = "x"`. */
const gives =
  /\b(?:function|func|fun|fn|def|[Ss]tring)\??\s{1,3}(?:\([^()]{1,60}\)\s)?(\w{1,60})\s?(?:\([^()]{0,80}\))?[^{};=\n]{0,40}(?:\{|=>?|\n)\s{0,40}(?:return\s{1,3})?$/

/** The place of a text that stands for a value which may be missing: the name of that, or of what is given it; or that a function gives. */
export function fallbackPlace(code: string, at: number): string | undefined {
  const before = code.slice(Math.max(0, at - 200), at)
  const found = operator.exec(before)
  if (!found) {
    const name = gives.exec(before)?.[1]
    return name === undefined ? undefined : returnedPlace(name)
  }
  const value = before.slice(0, found.index)
  const name = missing.exec(value)?.[1]
  return name !== undefined && placeOf(name) !== null ? name : given.exec(value)?.[1]
}
