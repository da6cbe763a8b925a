import type { Value } from '../../signs.ts'
import type { Lines } from '../../text/lines.ts'
import { placeOf } from '../places.ts'
import { holds, type Span } from './scopes.ts'

/** A place that is given a constant by its name, and where that stands. */
export interface NamedValue {
  readonly place: string
  /** Dotted, however the language writes it. */
  readonly name: string
  readonly at: number
}

const most = 80

/** `.baseUrl(Settings.LLM_URL)`, `uri_base: Llm::URL`, `Model: models.Default`, `modelName(CHAT)`. */
const given =
  /([A-Za-z_]\w{2,40})\s{0,4}(?:=>|:=|[:=(])\s{0,4}(?:new\s+Ur[il]\(|&)?((?:[A-Za-z_]\w{0,60}(?:\.|::)){0,4}[A-Z]\w{1,60})\b(?!\s*[.(:"'])/g

/** Addresses and models that are given by the name of a constant. */
export function constantsGiven(code: string): NamedValue[] {
  const found: NamedValue[] = []
  for (const match of code.matchAll(given)) {
    const [whole, place = '', name = ''] = match
    const meaning = placeOf(place)
    if (meaning !== 'base-url' && meaning !== 'model') continue
    found.push({ place, name: name.replaceAll('::', '.'), at: match.index + whole.length - name.length })
    if (found.length >= most) break
  }
  return found
}

const modelsIn = (named: readonly NamedValue[], span: Span): NamedValue[] =>
  named.filter(({ place, at }) => placeOf(place) === 'model' && holds(span, at))

/** Models among a call's arguments. */
export const modelsGiven = (named: readonly NamedValue[], span: Span): Record<string, Value> =>
  Object.fromEntries(modelsIn(named, span).map(({ place, name }): [string, Value] => [place, { ref: name }]))

/** The lines on which they stand. */
export const linesOf = (named: readonly NamedValue[], span: Span, lines: Lines): Record<string, number> =>
  Object.fromEntries(modelsIn(named, span).map(({ place, at }): [string, number] => [place, lines.at(at)]))
