import type { Catalogue } from '../../catalogue.ts'
import { isModelPlace } from '../places.ts'
import { supplierNamed } from '../supplier-named.ts'
import type { Given } from './clients.ts'
import type { LanguageForm } from './languages.ts'

/** A case of an enumeration of providers, as a call's first argument or as the one that is called so: `using(Provider::OpenAI`. */
const chosenCase =
  /(?:\(|\bprovider\s{0,3}[:=])\s{0,60}(?:[A-Za-z]\w{0,30})?Provider(?:::|\.)([A-Z]\w{1,30})(?=\s{0,60}[,)])/g

/** What stands before a call's second argument: a provider as a case or as a text. */
const before =
  /\(\s{0,60}(?:["']([a-z][\w-]{1,30})["']|(?:[A-Za-z]\w{0,30})?Provider(?:::|\.)([A-Z]\w{1,30}))\s{0,20},\s{0,60}$/

/** The suppliers that a program chooses by a case of an enumeration called `Provider`, and where. */
export const providersChosen = (catalogue: Catalogue, code: string): Given[] =>
  [...code.matchAll(chosenCase)].flatMap(({ 0: text, 1: name = '', index }) => {
    const supplier = supplierNamed(catalogue, name)
    const at = index + text.length - 1
    return supplier === null ? [] : [{ place: 'provider', value: supplier, at, chooses: true as const }]
  })

/** `provider: :anthropic`. A model is never named so: `:gpt_41_nano` is a key of a table of the program's own. */
const symbol = /(?<![\w:])(?:model_)?provider:\s{1,4}:([a-z][a-z0-9_]{1,40})\b(?![?!])/g

/** The providers that a program of Ruby or Elixir chooses by a symbol: `RubyLLM.chat(model: "…", provider: :bedrock)`. */
export const providerSymbols = ({ language }: LanguageForm, code: string): Given[] =>
  language !== 'ruby' && language !== 'elixir'
    ? []
    : [...code.matchAll(symbol)].map(({ 1: name = '', index }) => ({
        place: 'provider',
        value: name.replaceAll('_', '-'),
        at: index,
        chooses: true as const,
      }))

/** The supplier that is named right before a model: `using('anthropic', '…')`, `using(Provider::OpenAI, '…')`. */
export function providerBefore(
  catalogue: Catalogue,
  code: string,
  start: number,
): { supplier: string; isCase: boolean } | null {
  if (!/,\s*$/.test(code.slice(Math.max(0, start - 70), start))) return null
  const found = before.exec(code.slice(Math.max(0, start - 220), start))
  const name = found?.[1] ?? found?.[2]
  const supplier = name === undefined ? null : supplierNamed(catalogue, name)
  return supplier === null ? null : { supplier, isCase: found?.[2] !== undefined }
}

/** How far around a model its record is looked at. */
const reach = 300

/** `provider: "acme"`, `"provider" => "acme"`, `Provider = Provider.Acme`, `provider: .acme`, `provider: :acme`. */
const named =
  /(?<![\w.])(?:model_?)?provider(?:_?(?:name|id))?["']?\s{0,10}(?:=>|:=|[:=])\s{0,10}(?:["']([A-Za-z][\w .-]{1,39})["']|:([a-z]\w{1,39})|(?:[A-Za-z]\w{0,30})?(?:\.|::)([A-Za-z]\w{1,39}))/i

/** What a record of models is known by, or calls its model. */
const ofItem = /^(?:id|name|value|key|slug)$/i

/** The provider that is named in the record, or among the arguments, in which a model stands: `{ID: "acme-1", Provider: "acme"}`. */
export function providerAround(
  place: string | undefined,
  code: string,
  masked: string,
  start: number,
): string | undefined {
  if (place === undefined || !(ofItem.test(place) || isModelPlace(place))) return undefined
  const from = edge(masked, start - 1, -1)
  const to = from < 0 ? -1 : edge(masked, start, 1)
  const [, text, symbol, kind] = to < 0 ? [] : (named.exec(code.slice(from + 1, to)) ?? [])
  return text ?? symbol ?? kind
}

/** Where the bracket around a place opens (-1) or closes (1). */
function edge(masked: string, at: number, step: -1 | 1): number {
  const [into, out] = step < 0 ? [')]}', '([{'] : ['([{', ')]}']
  let depth = 0
  for (let index = at; index >= 0 && index < masked.length && Math.abs(index - at) < reach; index += step) {
    const char = masked[index]!
    if (into.includes(char)) depth += 1
    else if (out.includes(char)) {
      if (depth === 0) return index
      depth -= 1
    }
  }
  return -1
}

/** A framework's class for one provider, among those for all: `Langchain::LLM::GoogleGemini.new`. */
const adapter =
  /(?<=\b[A-Z]\w{1,40}::(?:LLM|Llm|LLMs|Providers?|Adapters?|Vectorsearch|ChatModels?|Embeddings?)::)([A-Z]\w{1,40})(?=\.new\b)/g

const kebab = (name: string): string => name.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()

/** The providers whose classes a program of Ruby takes of a framework. */
export const adaptersNamed = ({ language }: LanguageForm, code: string): Given[] =>
  language !== 'ruby'
    ? []
    : [...code.matchAll(adapter)].map(({ 1: name = '', index }) => ({
        place: 'provider',
        value: kebab(name),
        at: index,
      }))
