import type { SupplierRole } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { houses } from '../data/product-names.ts'
import type { EnvironmentSign } from '../signs.ts'
import type { CodeFacts } from './facts.ts'
import { asked } from './setting-names.ts'
import { bareName, supplierNamed } from './supplier-named.ts'

/** Last words of a setting that chooses among providers, and first ones that say of what: `LLM_PROVIDER`, `ai.driver`. */
const choosing = /^(providers?|vendor|backend|driver|engine|service)$/
const ofAi =
  /^(ai|llms?|genai|gpt|model|completions?|chat|chatbot|embeddings?|embedder|rag|inference|tts|stt|asr|speech|voice|transcri(ption|ber)|translat(ion|or)|vision|rerank(er|ing)?|vector(db|store|s)?|summar(y|izer)|moderation|copilot|assistant)$/

/** Words of a name however it is written: `aiProvider`, `AI_PROVIDER`, `ai.provider`, `AI:Provider`. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')

/** Whether a setting of this name says which supplier a program asks. */
export function choosesProvider(name: string): boolean {
  if (name.length > 80) return false
  const words = wordsOf(name)
  return choosing.test(words.at(-1) ?? '') && words.slice(0, -1).some((word) => ofAi.test(word))
}

/** A server of one's own answers, too. */
const answering: ReadonlySet<SupplierRole> = new Set([...asked, 'local-runtime'])

/** Words for what many programs have one of: `LlmGateway`, `ai-router` may be a program's own. */
const ofTrade =
  /^(ais?|llms?|genai|models?|inference|gateways?|routers?|prox(y|ies)|servers?|apis?|chat|agents?)$/

/** The supplier that such a setting names; none for a firm with several services, or for several words that name no firm. */
export function providerChosen(catalogue: Catalogue, value: string): string | null {
  if (!/^[A-Za-z][\w .-]{2,29}$/.test(value)) return null
  const supplier = supplierNamed(catalogue, value)
  if (supplier === null || bareName(value) in houses) return null
  const words = wordsOf(value)
  if (words.length > 1 && words.every((word) => ofTrade.test(word))) return null
  const roles = catalogue.suppliers.get(supplier)?.roles ?? []
  return roles.some((role) => answering.has(role)) ? supplier : null
}

/** What stands between a setting's name and the value that it has, or falls back to. */
const between =
  /^["'`)\]}]{0,4}\s{0,9}(?::\s{0,9}[A-Za-z][\w.<>?]{0,30}\s{0,9}=(?!=)|,|\?\?|\|\||\?:|=>|:=|=(?![=~>])|:|\)?\.(?:unwrap_or|unwrap_or_else|or_else|getOrElse|orElse)\((?:\|_\|)?)\s{0,9}(?:(?:Field|env|field)\((?:default\s?=\s?)?\s{0,9})?["'`]$|^:$/
const defaulted = /\.(?:default|withDefault|orElse|getOrElse)\(["'`]$/

/** So many names of providers in one file are a table of them. */
const MOST = 6

/**
 * Suppliers that a program's settings name by default: `env('AI_PROVIDER', 'openai')`, `config["AI:Provider"] ?? "OpenAI"`,
 * `"vector_store": {"provider": "qdrant"}` (docs.mem0.ai/open-source/configuration).
 */
export function providerChoices(
  { texts }: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): EnvironmentSign[] {
  const found = texts.flatMap(({ text, line, record, mentioned }): EnvironmentSign[] => {
    if (mentioned || text.length > 30) return []
    const supplier = providerChosen(catalogue, text)
    if (supplier === null) return []
    const shown = excerpt(line)
    const path = `${record}.provider`
    // Of a table whose keys are models each entry says who made one: `{ 'gpt-4o': { provider: 'openai' } }`.
    const isOfModel = record !== undefined && catalogue.modelOwner(record) !== null
    const name =
      record !== undefined && !isOfModel && choosesProvider(path) ? path : settingBefore(shown, text)
    return name === null ? [] : [{ name, supplier, strength: 'medium', chosen: true, line, excerpt: shown }]
  })
  if (new Set(found.map(({ supplier }) => supplier)).size > MOST) return []
  const publishing = found.length === 0 ? null : publishersElsewhere(texts, catalogue)
  return found.filter(({ supplier }) => !publishing?.has(supplier))
}

/**
 * Whose models a file names in the form that only another host writes: beside `claude-3-haiku-20240307-v1:0` of Bedrock
 * `provider: 'anthropic'` says who published it.
 */
function publishersElsewhere(texts: CodeFacts['texts'], catalogue: Catalogue): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ text }) => {
      const form = text.length > 100 ? null : catalogue.modelFormOwner(text)
      const publisher = form && !form.shared ? catalogue.modelOwner(text)?.publisher : undefined
      return publisher === undefined || publisher === form?.supplier ? [] : [publisher]
    }),
  )
}

/** The name of the setting whose value or default stands in a line. */
function settingBefore(line: string, value: string): string | null {
  for (let at = line.indexOf(value); at > 0; at = line.indexOf(value, at + 1)) {
    const before = line.slice(Math.max(0, at - 160), at)
    for (const { 0: name, index } of before.matchAll(/[A-Za-z][\w.:-]{0,60}/g)) {
      const bare = name.replace(/[.:-]+$/, '')
      if (!choosesProvider(bare)) continue
      const gap = before.slice(index + bare.length)
      if (between.test(gap) || defaulted.test(gap)) return bare
    }
  }
  return null
}
