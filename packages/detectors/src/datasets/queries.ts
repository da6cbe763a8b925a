import type { Catalogue } from '../catalogue.ts'
import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { supplierNamed } from '../code/supplier-named.ts'
import { canServe, isRouter, prefixOwner } from '../hosting.ts'
import type { FileSigns, ModelSign, NamedSign } from '../signs.ts'

/** A model in a statement, where it stands and whom the statement names beside it. */
interface Named {
  readonly value: string
  readonly at: number
  readonly provider?: string
}

interface Query {
  readonly supplier: string
  readonly at: number
  readonly end: number
}

/** A statement or call is looked at so far for its models; one with parts may have so much between them. */
const REACH = 600

/** More of one supplier in one text says no more. */
const MOST_QUERIES = 200

const compiled = new WeakMap<Catalogue, { pattern: RegExp; suppliers: readonly string[] }>()

/** Calls and statements of SQL by which a database has a supplier of the catalogue answer, with where each stands in the text. */
export function queriesIn(text: string, catalogue: Catalogue): Query[] {
  const { pattern, suppliers } = patternOf(catalogue)
  const found: Query[] = []
  for (const match of text.matchAll(pattern)) {
    const { index: at } = match
    const which = match.findIndex((part, index) => index > 0 && part !== undefined)
    // `ours.ai_query(` is a function of somebody's own schema.
    if (which < 1 || /[\w.]/.test(text[at - 1] ?? '')) continue
    found.push({ supplier: suppliers[which - 1]!, at, end: at + match[0].length })
    if (found.length === MOST_QUERIES) break
  }
  return found
}

/** Suppliers that a text of SQL has answer, and the models that it names for that. */
export function querySigns(
  text: string,
  catalogue: Catalogue,
  placeOf: (at: number) => { readonly line: number; readonly excerpt?: string },
): FileSigns {
  const named: NamedSign[] = []
  const models: ModelSign[] = []
  for (const { supplier, at, end } of queriesIn(text, catalogue)) {
    named.push({ type: 'query', name: supplier, supplier, ...placeOf(at) })
    for (const model of modelsOf(text.slice(at, end + REACH), end - at))
      if (catalogue.modelOwner(model.value) !== null)
        models.push({
          ...servedBy(catalogue, supplier, model),
          place: 'model',
          method: 'call',
          strength: 'strong',
          ...placeOf(at + model.at),
        })
  }
  return { ...(named.length > 0 ? { named } : {}), ...(models.length > 0 ? { models } : {}) }
}

/** Whom a statement names as the provider, or a router's function by the model's prefix; else the database's own supplier. */
function servedBy(
  catalogue: Catalogue,
  supplier: string,
  { value, provider }: Named,
): { value: string; supplier: string } {
  const routed = isRouter(catalogue, supplier) ? prefixOwner(catalogue, value) : null
  if (routed) return { value: routed.rest, supplier: routed.supplier }
  const named = provider === undefined ? null : supplierNamed(catalogue, provider)
  return { value, supplier: named !== null && canServe(catalogue, named, value) ? named : supplier }
}

/** A text of a program is SQL where a word of it says so, or where it is a call alone. */
export const looksLikeQuery = (text: string): boolean =>
  /\b(select|create|insert|update|merge|with|alter|call|explain)\b/i.test(text) || /^\s*[\w.]+\(/.test(text)

const setting = /\b(\w{3,30})\b["'`]?\s{0,10}(?::?=>?|:)\s{0,10}["']([^"'\n]{2,120})["']/g

/** A model in a list of keys and values, or behind its key alone: `json_object('model_id', 'x')`, `settings (model_id 'x')`. */
const modelId = /\bmodel_id\b["']?\s{0,10}(?:,\s{0,10}|\s)["']([^"'\n]{2,120})["']/gi

/** The first argument, where it is a text, and what is set by the name of a model or an endpoint. */
function modelsOf(text: string, opened: number): Named[] {
  const first = /^\s{0,20}["']([^"'\n]{2,120})["']/.exec(text.slice(opened))
  const statement = text.slice(0, endOf(text, opened))
  const set = [...statement.matchAll(setting)].flatMap(({ 0: whole, 1: key = '', 2: value = '', index }) =>
    isModelPlace(key) || /^endpoint$/i.test(key) ? [{ value, at: index + whole.lastIndexOf(value) }] : [],
  )
  const listed = [...statement.matchAll(modelId)].map(({ 0: whole, 1: value = '', index }) => ({
    value,
    at: index + whole.lastIndexOf(value),
  }))
  const given =
    first && text[opened - 1] === '(' ? [{ value: first[1]!, at: opened + first[0].indexOf(first[1]!) }] : []
  const provider = /\bprovider["']?\s{0,10}(?:=>?|:)\s{0,10}["'](\w{2,40})["']/i.exec(statement)?.[1]
  const seen = new Set<number>()
  return [...given, ...set, ...listed].flatMap((model) => {
    const fresh = looksLikeModel(model.value) && !seen.has(model.at)
    seen.add(model.at)
    return fresh ? [provider === undefined ? model : { ...model, provider }] : []
  })
}

const endOf = (text: string, from: number): number => {
  const end = text.indexOf(';', from)
  return end < 0 ? text.length : end
}

function patternOf(catalogue: Catalogue): { pattern: RegExp; suppliers: readonly string[] } {
  const known = compiled.get(catalogue)
  if (known) return known
  const suppliers = [...new Set(catalogue.queries.values())]
  const parts = suppliers.map((supplier) => {
    const texts = [...catalogue.queries].filter(([, owner]) => owner === supplier).map(([text]) => text)
    return `(${texts
      .sort((a, b) => b.length - a.length)
      .map(sourceOf)
      .join('|')})`
  })
  const made = { pattern: new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'gi'), suppliers }
  compiled.set(catalogue, made)
  return made
}

/** White space of any kind for each space; before and behind a bracket as well. */
function sourceOf(query: string): string {
  const [, before, setting] = /^(.*?)(\w+=\w+)$/.exec(query) ?? []
  if (setting !== undefined)
    return `${sourceOf(`${before}x`).replace(/x\\b$/, '')}\\b${setting.replace('=', '\\s{0,5}=\\s{0,5}')}\\b`
  const isGiven = query.endsWith(':=')
  const source = query
    .replace(/:=$/, '')
    .split(/(\s*…\s*|\s|\(|\.|=)/)
    .map((part) => {
      if (part.includes('…')) return `[^;]{1,${REACH}}?`
      if (part === '(') return '\\s{0,5}\\(\\s{0,20}'
      if (part === '=') return '\\w{1,60}\\s{0,10}='
      return part === '.' ? '\\.' : part === ' ' ? '\\s{1,20}' : part
    })
    .join('')
  if (isGiven) return `${source}\\s{0,10}:=`
  if (query.endsWith('.')) return `${source}\\w{1,60}\\s{0,5}\\(\\s{0,20}`
  return /[(=]$/.test(query) ? source : `${source}\\b`
}
