import type { ModelFamily } from '../signature.ts'

/** The day, the month or `latest` behind a model's name. */
const VERSION = /-(?:20\d\d-\d\d-\d\d|\d\d-20\d\d|\d{4}|\d{8}|latest)$/

/** What kits put before the name of a model, and what says nothing of which one it is. */
const NOISE = /^(?:models?|chat|embeddings?|images?|audio|speech|moderation|create|video|responses)$/

/**
 * Models by the constants that kits name them with: `openai.GPT4oMini`, `ChatModel.GPT_4_1`, `Model.CLAUDE_3_7_SONNET_LATEST`,
 * `GPT3Dot5Turbo`. The order of the words is the kit's own (`CLAUDE_4_SONNET` is `claude-sonnet-4`), that of the digits is not.
 */
export class ModelConstants {
  readonly #named = new Map<string, string>()
  readonly #byWords = new Map<string, string>()
  readonly #undated = new Map<string, string>()

  addFamily({ ids = [], aliases = [], retirements = {}, constants = {} }: ModelFamily): void {
    for (const [name, id] of Object.entries(constants)) this.#named.set(name.toLowerCase(), id)
    for (const id of [...ids, ...aliases, ...Object.keys(retirements)]) {
      this.#byWords.set(keyOf(wordsOf(id)), id)
      const name = id.replace(VERSION, '')
      // `mistral-large` alone is no id; `claude-3-opus` at least says which one.
      if (/\d/.test(name) ? name !== id : id.endsWith('-latest'))
        this.#undated.set(keyOf(wordsOf(name)), /\d/.test(name) ? name : id)
    }
  }

  /** The id, as far as the name of the constant tells it: a version that is not listed is left out. Null where it names no model. */
  get(constant: string): string | null {
    const named = this.#named.get(constant.toLowerCase())
    if (named !== undefined) return named
    const words = wordsOf(constant)
    const first = words.findIndex((word) => !NOISE.test(word))
    if (first < 0) return null
    return (
      this.#find(words) ??
      (first > 0 ? this.#find(words.slice(first)) : null) ??
      this.#find(words.filter((word) => word !== 'model'))
    )
  }

  #find(words: readonly string[]): string | null {
    // One word is as often whose it is: `Provider.Mistral`.
    if (words.length === 1) return null
    const key = keyOf(words)
    const whole = this.#byWords.get(key) ?? this.#undated.get(key)
    if (whole !== undefined) return whole
    const name = words.join('-')
    const undated = name.replace(VERSION, '')
    if (undated === name) return null
    const shorter = keyOf(undated.split('-'))
    return this.#undated.get(shorter) ?? this.#byWords.get(shorter) ?? null
  }
}

/** What a table of constants needs to know of the rest of a catalogue. */
export interface Known {
  /** The id that a constant is named for. */
  modelOf(constant: string): string | null
  /** Whether a text may be an id. */
  isModel(id: string): boolean
  /** A host of others' models by what routers write before an id. */
  hostOf(prefix: string): string | null
  /** Whose models are written so: `anthropic`, `meta-llama`. */
  isPublisher(word: string): boolean
}

/** A model and who serves it, as the name of a constant says. */
export interface HostedModel {
  readonly id: string
  readonly supplier: string
}

/**
 * A constant with the host before the model, `GROQ_LLAMA_3_3_70B` or `BEDROCK_ANTHROPIC_CLAUDE_3_5_SONNET`; kits write there what the weights
 * are called, and not the host's own id, so that the words of a known family are enough.
 */
export function hostedModel(constant: string, known: Known): HostedModel | null {
  const words = partsOf(constant)
  for (let length = Math.min(2, words.length - 2); length >= 1; length -= 1) {
    const host = words.slice(0, length)
    const supplier = known.hostOf(host.join('')) ?? known.hostOf(host.join('-'))
    const id = supplier === null ? null : modelNamed(words.slice(length), known)
    if (supplier !== null && id !== null) return { id, supplier }
  }
  return null
}

function modelNamed(words: readonly string[], known: Known): string | null {
  const [first = '', ...rest] = words
  return (
    known.modelOf(words.join('_')) ??
    (rest.length > 1 && known.isPublisher(first) ? modelNamed(rest, known) : null) ??
    written(words, known)
  )
}

/** `llama-3.3-70b` of `LLAMA_3_3_70B`, where a family is written so and the name says which of it. */
function written(words: readonly string[], known: Known): string | null {
  const id = words.join('-').replaceAll(/(?<=-\d)-(?=\d(?:-|$))/g, '.')
  return /\d/.test(id) && known.isModel(id) ? id : null
}

/** The parts that underscores or capitals part: `LLAMA_3_3_70B`, `GroqLlama3`. */
const partsOf = (constant: string): string[] =>
  constant
    .replace(/([a-z\d])([A-Z])/g, constant.includes('_') ? '$1$2' : '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((part) => part !== '' && !NOISE.test(part))

/** `ChatModelGPT4oMini` and `gpt-4o-mini` in words and numbers: `gpt`, `4`, `o`, `mini`. `Dot` between numbers is a dot. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/(?<=\d)Dot(?=\d)/g, '.')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? []

function keyOf(words: readonly string[]): string {
  const letters = words.filter((word) => /^[a-z]/.test(word)).sort()
  return `${letters.join('-')}|${words.filter((word) => /^\d/.test(word)).join('')}`
}
