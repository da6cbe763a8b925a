import { isModelPlace, looksLikeModel } from '../code/places.ts'
import type { Input } from '../detector.ts'
import type { FileSigns, ModelSign } from '../signs.ts'
import { addressSign } from './address.ts'

/**
 * Where a statement sends a request: `net.http_post(url := '…')`, `@url = N'…'`, `http_post('…')`, and what a database is told to ask
 * for a model: `create external model … with (location = '…', api_format = 'Ollama', model = '…')`. An address in a condition or
 * in a row is none of these.
 */
export function endpointSigns(input: Input, text: string): FileSigns {
  const hosts = [...text.matchAll(given)].slice(0, most).flatMap(({ 0: whole, 1: value = '', index }) => {
    const sign = addressSign(input, value, index + whole.lastIndexOf(value), 'url')
    return sign ? [sign] : []
  })
  const models: ModelSign[] = []
  for (const { 0: statement, index } of [...text.matchAll(externalModel)].slice(0, most)) {
    const set = [...statement.matchAll(setting)].map(
      ({ 0: whole, 1: name = '', 2: value = '', index: at }) => ({
        name: name.toLowerCase(),
        value,
        at: index + at + whole.lastIndexOf(value),
      }),
    )
    const location = set.find(({ name }) => /^(?:location|endpoint)$/.test(name))
    const host = location ? addressSign(input, location.value, location.at, 'url') : null
    if (host) hosts.push(host)
    const format =
      set
        .find(({ name }) => /^(?:api_format|provider)$/.test(name))
        ?.value.toLowerCase()
        .replaceAll(' ', '_') ?? ''
    for (const { name, value, at } of set) {
      if (!isModelPlace(name) || !looksLikeModel(value)) continue
      const line = input.lines.at(at)
      models.push({
        value,
        place: 'model',
        // Whose messages it understands says of most who it is; those of OpenAI many servers understand.
        ...(host
          ? { beside: host.supplier }
          : format === 'openai' || format === ''
            ? {}
            : { provider: format }),
        method: 'configuration',
        strength: 'strong',
        line,
        excerpt: input.excerpt(line),
      })
    }
  }
  return { ...(hosts.length > 0 ? { hosts } : {}), ...(models.length > 0 ? { models } : {}) }
}

const most = 500

const given =
  /(?:\b\w{0,40}(?:url|uri|endpoint)\s{0,5}(?::=|=>)|@\w{0,40}(?:url|uri)\s{0,5}=|\bhttp\w{0,30}\s{0,5}\(\s{0,20}(?:\(\s{0,20}'[A-Z]{3,7}'\s{0,5},)?)\s{0,20}[NE]?'(https:\/\/[^'\n]{4,300})'/gi

/**
 * learn.microsoft.com/sql/t-sql/statements/create-external-model-transact-sql; what ClickHouse's AI functions are given
 * (clickhouse.com/docs/sql-reference/functions/ai-functions).
 */
const externalModel =
  /\b(?:create|alter)\s{1,20}(?:external\s{1,20}model|named\s{1,20}collection)\b[^;]{1,2000}/gi

const setting = /\b([a-z_]{4,20})\s{0,10}=\s{0,10}N?'([^'\n]{2,300})'/gi
