import type { Catalogue } from '../catalogue.ts'
import { houses } from '../data/product-names.ts'
import { servesOthers } from '../hosting.ts'
import { serves } from '../serves.ts'

/** Beside what a firm with many services is named for AI: `billing.google.analytics.model` is none of a model. */
const ofAi =
  /(?:^|[._-])(?:ai|llms?|genai|gpt|chat|completions?|embeddings?|assistant|agents?|models|langchain4j|openai|gemini|vertex|bedrock|speech|vision)(?:[._-]|$)/i

/** So many words may stand between a host and whose models it has there: `vertex.ai.gemini`, `oci.genai.cohere`. */
const BETWEEN = 3

/**
 * The nearest key above a value that names a provider: `spring.ai.ollama.chat.options.model`. Where a host of others' models stands
 * before a publisher's name, the host answers: `spring.ai.azure.openai`, `quarkus.langchain4j.vertex.ai.gemini`, `langchain4j.vertex-ai-gemini`.
 */
export function providerAbove(catalogue: Catalogue, keys: readonly string[]): string | undefined {
  const above = keys.join('.').toLowerCase().split('.').slice(0, -1).reverse()
  for (const [index, key] of above.entries()) {
    const name = providerNamed(catalogue, key) ?? providerNamed(catalogue, key.split('-').at(-1)!)
    const words = key.split('-').slice(0, -1)
    const within = words.map((_, at) => words.slice(0, words.length - at).join('-'))
    const before = name === undefined ? [] : [...within, ...above.slice(index + 1, index + 1 + BETWEEN)]
    const host = before.find((one) => isHostOf(catalogue, one, name))
    if (host !== undefined) return host
    if (name !== undefined && name === providerNamed(catalogue, key))
      return name in houses && !ofAi.test(keys.join('.')) ? undefined : name
  }
  return undefined
}

/** The name by which frameworks' settings have a provider, however a key writes it. */
function providerNamed(catalogue: Catalogue, key: string): string | undefined {
  return [key, key.replaceAll('_', '-'), key.replace(/open[-_]ai/, 'openai').replaceAll('-', '_')].find(
    (name) => /^[a-z][\w-]{2,}$/.test(name) && catalogue.modelPrefixOwner(`${name}/x`) !== null,
  )
}

function isHostOf(catalogue: Catalogue, host: string, name: string | undefined): boolean {
  const owner = catalogue.modelPrefixOwner(`${host}/x`)?.supplier
  return (
    owner !== undefined &&
    owner !== catalogue.modelPrefixOwner(`${name}/x`)?.supplier &&
    serves(catalogue, owner) &&
    servesOthers(catalogue, owner)
  )
}
