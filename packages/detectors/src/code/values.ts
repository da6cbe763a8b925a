import type { Value } from '../signs.ts'
import type { TextFact } from './facts.ts'
import { isModelPlace, placeOf } from './places.ts'
import { maySet } from './setting-names.ts'
import type { Entry, Expr } from './tree.ts'

/** What a name stands for, and in which block it was given that. */
export interface Held {
  readonly value: Value
  readonly block: number
}

/** Where names are given to values. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function'
  /** Dotted, for values that others can see; empty at the top. */
  readonly name: string
  readonly names: Map<string, Held>
}

/** A name of the object that a class makes. A script's own `self` is what holds the runtime's globals. */
export const isInstance = (
  name: string,
  language: string,
  scopes: readonly { readonly names: ReadonlyMap<string, unknown> }[],
): boolean =>
  name === 'this' ||
  name === 'cls' ||
  (name === 'self' && (language !== 'javascript' || scopes.some(({ names }) => names.has(name))))

/** Of a list or an alternative no more is kept. */
export const maxElements = 20
export const maxCalls = 4000
export const maxTexts = 20_000

/** Calls that compare their argument: what they name is not chosen. */
export const comparing =
  /^(\w*[a-z](Prefix|_prefix)|startswith|endswith|startsWith|endsWith|includes|indexOf|match|matchAll|search|replace|replaceAll|split|count|removeprefix|localeCompare)$/
/** A program's own: `hasModelPrefix(model, "acme-5")`. */
export const testsPrefix = /^\w*[a-z](Prefix|_prefix)$/
/** Calls that give back what they are called on. */
export const trimming = new Set([
  'strip',
  'rstrip',
  'lstrip',
  'lower',
  'trim',
  'trimEnd',
  'toLowerCase',
  'toString',
  'encode',
  'removesuffix',
  'get_secret_value',
  'unwrap',
])
/** Calls that give back their first argument. */
export const wrapping = new Set([
  'str',
  'String',
  'Field',
  'SecretStr',
  'URL',
  'HttpUrl',
  'Optional',
  'field',
])

/** The text under `provider`, or under `x_provider` for `x_model`, in the same record. */
function providerBeside(entries: readonly Entry[], key: string | null): string | undefined {
  if (key === null || placeOf(key) !== 'model') return undefined
  const names = [
    key.replace(/model(_?(name|id))?$/i, 'provider').toLowerCase(),
    'provider',
    'model_provider',
    'modelprovider',
    'api_type',
  ]
  const found = names
    .map((name) => entries.find((entry) => entry.key?.toLowerCase() === name))
    .find((entry) => entry?.value.t === 'text')
  return found?.value.t === 'text' ? found.value.text : undefined
}

/** The provider that a record names for what stands in it. */
export function providerOf(entries: readonly Entry[]): string | undefined {
  const found = entries.find(({ key }) => key !== null && placeOf(key) === 'provider')
  return found?.value.t === 'text' ? found.value.text : undefined
}

/** The address that an entry of the same record gives a model: `{ url: 'https://api.acme.dev/v1', model: 'acme-1' }`. */
function addressBeside(entries: readonly Entry[], key: string | null): string | undefined {
  if (key === null || placeOf(key) !== 'model') return undefined
  const found = entries.find(
    ({ key: name, value }) =>
      name !== null &&
      (placeOf(name) === 'base-url' || /^(api)?(url|uri|host|address)$/i.test(name)) &&
      textIn(value)?.text.includes('://') === true,
  )
  return found && textIn(found.value)?.text
}

/** The text that an expression is, or that it falls back to: `process.env.MODEL ?? 'x'`. */
export function textIn(expr: Expr): Extract<Expr, { t: 'text' }> | undefined {
  if (expr.t === 'text') return expr
  const last = expr.t === 'either' ? expr.of.at(-1) : undefined
  return last?.t === 'text' ? last : undefined
}

/** What a record says of the text of one of its entries. `place`: what the record is given to. */
export function besideIn(
  entries: readonly Entry[],
  entry: Entry,
  place: string | undefined,
  around: string | undefined,
): Pick<TextFact, 'provider' | 'record' | 'address' | 'among'> {
  const isModel = entry.key !== null && placeOf(entry.key) === 'model'
  const provider = providerBeside(entries, entry.key) ?? (isModel ? around : undefined)
  const address = addressBeside(entries, entry.key)
  const key = entry.key ?? entry.computed
  const among = key !== undefined && place !== undefined && isModelPlace(place) && placeOf(key) === null
  return {
    ...(provider ? { provider } : {}),
    ...(place !== undefined && entry.key === 'provider' ? { record: place } : {}),
    ...(address ? { address } : {}),
    ...(among ? { among: { place, key } } : {}),
  }
}

/** A setting with what it holds: no pattern to look for, no label for people. */
export const setsField = (name: string, value: Expr): boolean =>
  maySet(name) &&
  (value.t === 'text' ? /^[\w:/.-]*$/.test(value.text) : value.t !== 'record' && value.t !== 'list')

/** Adds what is known besides to the first fact about a text, from a place on. */
export function tell(
  texts: TextFact[],
  first: number,
  text: string | undefined | null,
  more: Partial<TextFact> | null,
): void {
  if (text === undefined || text === null || more === null) return
  for (let at = Math.max(0, first); at < texts.length; at += 1) {
    const made = texts[at]!
    if (made.text !== text) continue
    texts[at] = { ...made, ...more }
    return
  }
}

/** Small enough to be written out wherever its name is used. */
export const simple = (value: Value): boolean =>
  value === null ||
  typeof value === 'string' ||
  'call' in value ||
  'ref' in value ||
  'env' in value ||
  'of' in value ||
  ('any' in value && value.any.length <= 6) ||
  ('join' in value && value.join.length <= 8)

/** A part of a value, by its name. */
export const member = (on: Value, name: string): Value => {
  if (on === null || typeof on === 'string') return null
  return 'ref' in on ? { ref: `${on.ref}.${name}` } : { of: on, get: name }
}

/** The first that has a value; a variable takes the other as its default. */
export function either(first: Value, second: Value): Value {
  if (first === null) return second
  if (second === null) return first
  if (typeof first === 'object' && 'env' in first && first.or === undefined) return { ...first, or: second }
  const options = [first, second].flatMap((value) =>
    typeof value === 'object' && value !== null && 'any' in value ? value.any : [value],
  )
  return { any: options.slice(0, maxElements) }
}

/** A callee as people would write it. */
export function written(expr: Expr): string {
  if (expr.t === 'name') return expr.name
  if (expr.t === 'get') return `${written(expr.on)}.${expr.name}`
  return expr.t === 'call' ? `${written(expr.callee)}()` : '…'
}
