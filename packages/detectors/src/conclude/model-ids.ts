import type { Catalogue } from '../catalogue.ts'
import { isRouter } from '../hosting.ts'

/** A host's own mark before the id is written or left out: `@cf/meta/llama-3.1-8b-instruct` is one model with `meta/…`. */
export function withoutMark(catalogue: Catalogue, id: string, supplier: string | null): string {
  const marked = id.startsWith('@') ? catalogue.modelPrefixOwner(id) : null
  return marked !== null && marked.supplier === supplier ? marked.rest : id
}

/**
 * The model that an image of its own brings: `nvcr.io/nim/meta/llama-3.1-8b-instruct`, `ai/llama3.2`
 * (docs.nvidia.com/nim/large-language-models, docs.docker.com/ai/model-runner).
 */
export function modelOfImage(catalogue: Catalogue, supplier: string, image: string): string | null {
  const [publisher, model = ''] = image.split('/').slice(-2)
  const isServer = catalogue.suppliers.get(supplier)?.roles.includes('local-runtime') ?? false
  return isServer && /\d/.test(model) && catalogue.modelOwner(model) !== null ? `${publisher}/${model}` : null
}

/** The model's own id out of a cloud's full resource name. */
export const bareId = (text: string): string =>
  /^arn:[\w-]+:[\w-]+:[^:]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/.exec(text)?.[1] ??
  /^(?:projects\/[^\s]{3,120}\/)?publishers\/[\w-]+\/models\/([^/:]+)(?::\w+)?$/.exec(text)?.[1] ??
  text.replace(/^models\//, '')

/** What a library is told that routes by the rest: `litellm/anthropic/claude-3-5-haiku`. */
export function routed(catalogue: Catalogue, id: string): string {
  const [first = '', ...others] = id.split('/')
  const rest = others.join('/')
  return isRouter(catalogue, first) && catalogue.modelPrefixOwner(rest) ? rest : id
}

/** Written to be filled in, or to take another's: `YOUR_DEPLOYMENT`, `PASTE-MODEL-ARN`, `my-model`, `<name>`, `inherit`. */
export const isPlaceholderId = (id: string): boolean =>
  /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[A-Z]+(-[A-Z]+)*-(ARN|ID|NAME|HERE)$/.test(id) ||
  /\{\}|[<>*]|^(your|my|some|the|test|fake|mock|dummy|foo|bar|example|custom|sample|placeholder)[-_ ]|^(none|null|undefined|n\/?a|default|auto|inherit|unknown|string|model|custom|true|false|other)$/i.test(
    id,
  )
