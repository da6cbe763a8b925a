import { isModelPlace, looksLikeModel, placeOf } from '../code/places.ts'
import { weightsModel } from '../code/weights.ts'
import { modelServer, servedModels, wordsOf } from '../containers/served-model.ts'
import type { Input } from '../detector.ts'
import type { ModelSign } from '../signs.ts'
import { remembered } from '../text/memo.ts'
import { configValue } from './config-value.ts'
import { providerAbove } from './provider-above.ts'
import type { ConfigEntry } from './tree-entries.ts'

export const isProviderKey = remembered((key): boolean => providing.test(key))

const commandKey = /^(command|args?|arguments|entrypoint|cmd|extra_?args|container_?args|server_?args|run)$/i

export const isCommandKey = remembered((key): boolean => commandKey.test(key))

/** The models that commands and arguments of containers name. */
export function commands(input: Input, entries: readonly ConfigEntry[]): ModelSign[] {
  const found: ModelSign[] = []
  for (let from = 0; from < entries.length; ) {
    const { keys, image } = entries[from]!
    let to = from + 1
    if (isCommandKey(keys.at(-1) ?? '')) {
      // The items of a list keep its name.
      const place = keys.join('\n')
      while (to < entries.length && entries[to]!.keys.join('\n') === place) to += 1
      const words = entries.slice(from, to).flatMap(({ text, line }) => wordsOf(text, line))
      for (const { id, supplier, line } of servedModels(
        input.catalogue,
        words,
        modelServer(input.catalogue, image),
      ))
        found.push({
          value: id,
          place: 'model',
          supplier,
          method: 'configuration',
          strength: 'strong',
          line,
          excerpt: input.excerpt(line),
        })
    }
    from = to
  }
  return found
}

/** Keys that say who serves what stands beside them. */
const besides = [
  'provider',
  'api_service_name',
  'service_name',
  'service',
  'vendor',
  'backend',
  'driver',
  'platform',
  'api_type',
]

const providing = new RegExp(`provider$|^(${besides.join('|')})$`, 'i')

/** A file of weights that is named for a model, under whatever key: `model_path: /models/llama-2-7b.Q4_0.gguf`. */
export function weightsOf(
  { catalogue }: Input,
  key: string,
  text: string,
  served: readonly ModelSign[],
): Omit<ModelSign, 'line' | 'excerpt'> | null {
  const [, name, value = text] = /^(--?[\w-]+|[A-Z][A-Z0-9_]+)=(.+)$/s.exec(text) ?? []
  if (weightsModel(catalogue, value) === null || served.some((one) => one.value === value)) return null
  return {
    value,
    place: placeOf(name ?? key) === 'model' ? (name ?? key) : 'model',
    method: 'configuration',
    strength: 'strong',
  }
}

/** What a part of a program is made with, where it says so in one text: `embed: openai:text-embedding-3-small`. */
const PART = /^(?:embed|embeddings?|embedder|rerank|reranker)$/i

const isModelBehind = (catalogue: Input['catalogue'], text: string): boolean =>
  catalogue.modelOwner(text.replace(/^[a-z][\w-]{1,40}:/, '')) !== null && /[-\d]/.test(text)

export function modelOf(
  input: Input,
  keys: readonly string[],
  text: string,
  providers: ReadonlyMap<string, string>,
): Omit<ModelSign, 'line' | 'excerpt'> | null {
  // An input's default is the input's value: `model: { default: x }`.
  if (/^(default|value)$/i.test(keys.at(-1) ?? '') && isModelPlace(keys.at(-2) ?? ''))
    return modelOf(input, keys.slice(0, -1), text, providers)
  const key = keys.at(-1) ?? ''
  const inList = /^(name|id|(api|model)_?(name|id))$/i.test(key) && keys.slice(0, -1).some(isModelPlace)
  const isPart = PART.test(key) || (/^model_?source$/i.test(key) && /^[\w.-]+\/[\w.-]+$/.test(text))
  if (!isModelPlace(key) && !inList && !isPart) return null
  const value = configValue(text)
  if (value === null || (typeof value === 'string' && !looksLikeModel(value))) return null
  const known =
    typeof value !== 'string' ||
    input.catalogue.modelOwner(value) !== null ||
    input.catalogue.modelPrefixOwner(value) !== null
  if (isPart && typeof value === 'string' && !(known && isModelBehind(input.catalogue, value))) return null
  if (!known && !(/[-\d]/.test(text) && /model|deployment/i.test(key))) return null
  const beside = [...keys.slice(0, -1), key.replace(/model(_?(name|id))?$/i, 'provider')]
    .join('.')
    .toLowerCase()
  const provider =
    providers.get(beside) ??
    besides
      .map((name) => providers.get([...keys.slice(0, -1), name].join('.').toLowerCase()))
      .find(Boolean) ??
    providerAbove(input.catalogue, keys)
  return {
    value,
    ...(provider ? { provider } : {}),
    place: isPart ? 'model' : keys.slice(-2).join('.'),
    method: 'configuration',
    strength: known ? 'strong' : 'medium',
  }
}
