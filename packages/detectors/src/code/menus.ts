import { isShownPlace, isTablePlace, placeOf } from './places.ts'
import type { Arg, Entry, Expr } from './tree.ts'
import { written } from './values.ts'

/** What an item of a menu of models is known by, where nothing in it is called its model: `{ id: 'acme-1', provider: 'acme' }`. */
const known = /^(?:id|name|value|key|slug)$/i

const providerPlaced = ({ key }: Entry): boolean => key !== null && placeOf(key) === 'provider'

/** A text, or a case of an enumeration that is called so: `provider: LlmProvider.Acme`. */
const nameOf = (value: Expr): string | undefined =>
  value.t === 'text'
    ? value.text
    : value.t === 'get' && /provider/i.test(written(value.on))
      ? value.name
      : undefined

/** The provider that a record, or what makes one, names for the model that it is about. */
function providerOfItem(entries: readonly Entry[]): string | undefined {
  const found = entries.find(providerPlaced)
  return found === undefined ? undefined : nameOf(found.value)
}

/** Of an item, what names the model that its provider serves. */
const namesModelOf = (entries: readonly Entry[]): ((entry: Entry) => boolean) =>
  entries.some(({ key }) => key !== null && placeOf(key) === 'model')
    ? ({ key }) => key !== null && placeOf(key) === 'model'
    : ({ key }) => key !== null && known.test(key)

/** The provider that an item names, for that entry of it which names the model. */
export function providerByEntry(entries: readonly Entry[]): (entry: Entry) => { readonly provider?: string } {
  const provider = providerOfItem(entries)
  if (provider === undefined) return () => ({})
  const namesModel = namesModelOf(entries)
  return (entry) => (namesModel(entry) ? { provider } : {})
}

/** What is said of a model to those who choose one. Numbers alone are a table of prices or of limits. */
const describes = /^(?:label|name|title|display_?name|description|provider|model_?provider)$/i
const prices = /price|pricing|cost|per_?(?:1k|1m|million|token)|^(?:input|output|prompt|completion)$/i

/** How a table offers the model that is the key of one of its entries; null: it only counts something by models. */
export function offeredKey(
  entry: Entry,
  table: string | undefined,
): { readonly provider?: string; readonly offered: 'menu' | 'prices' } | null {
  const inner = entriesOf(entry.value)
  if (entry.key === null || inner.length === 0) return null
  if (table !== undefined && (isTablePlace(table) || isShownPlace(table))) return null
  if (!inner.some(({ key, value }) => key !== null && describes.test(key) && nameOf(value) !== undefined))
    return null
  const provider = providerOfItem(inner)
  if (provider === undefined && !(table !== undefined && /model|llm/i.test(table))) return null
  const priced = inner.some(({ key }) => key !== null && prices.test(key))
  return { ...(provider ? { provider } : {}), offered: priced ? 'prices' : 'menu' }
}

/** Of a record, or of the arguments by which a class makes one. */
const entriesOf = (value: Expr): readonly Entry[] =>
  value.t === 'record' ? value.entries : value.t === 'call' && value.constructs ? argumentsOf(value.args) : []

/** Named arguments, as entries of a record. */
export const argumentsOf = (args: readonly Arg[]): Entry[] =>
  args.map(({ name, value }) => ({ key: name ?? null, value, line: value.line }))
