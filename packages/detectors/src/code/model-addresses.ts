import type { Catalogue } from '../catalogue.ts'
import { weightsAt } from '../declared/hub.ts'
import type { ModelSign } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import { isKnown } from './known-models.ts'

/**
 * A model within the path of a call: `/v1beta/models/gemini-pro:generateContent`, `/ai/run/@cf/meta/…`, `/model/…/invoke`
 * (ai.google.dev/api/generate-content, developers.cloudflare.com/workers-ai/get-started/rest-api,
 * docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html).
 */
const inPath =
  /\/(?:models?|run|deployments)\/((?:@?[\w.-]{1,60}\/){0,2}[\w.-]{2,80}(?::\d{1,3})?)(?=[:/?]|$)/
const called = /\/(?:invoke|converse)(?:-|$|\?)|:(?:\w*[gG]enerateContent|\w*[pP]redict|embedContent)\b/

/** Ids within the addresses or the path that a text is. */
export function modelsInAddresses(text: string, catalogue: Catalogue): string[] {
  if (text.length > 500 || !/\/(models?|run|deployments)\//.test(text)) return []
  const paths = text.startsWith('/') ? [{ host: '', path: text }] : addressesIn(text, 3)
  return paths.flatMap(({ host, path }) => {
    const id = inPath.exec(path)?.[1]
    if (id === undefined || !(isKnown(id, catalogue) || /^@(?:cf|hf)\//.test(id))) return []
    const owner = host === '' ? null : catalogue.hostOwner(host, path)
    return (owner !== null && !owner.site) || called.test(path) ? [id] : []
  })
}

/** The model whose file an address fetches, at whichever hub a variable says: `{endpoint}/acme/model/resolve/main/x.onnx`. */
export function weightsFetched(text: string, catalogue: Catalogue): Omit<ModelSign, 'line'> | null {
  if (text.length > 500 || !text.includes('/resolve/')) return null
  const [, host = null, path = ''] = /^(?:https?:\/\/([\w.-]+)|\{?\w{0,40}\}?)(\/.*)$/s.exec(text) ?? []
  return weightsAt(catalogue, host, path)
}
