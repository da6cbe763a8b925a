import type { Random } from './random.ts'
import { HOSTILE, type Known, makeValue, type Schema, uuid } from './random-values.ts'

interface Parameter {
  name: string
  in: string
  schema: Schema
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

export interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export interface Caller {
  name: string
  headers: Record<string, string>
  /** May do most of what there is to do. */
  isStrong: boolean
}

export interface MadeRequest {
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

export interface Making {
  document: Document
  callers: readonly Caller[]
  values: Known['values']
}

/** A request as the document allows it, or as some program might send it all the same. */
export function makeRequest({ document, callers, values }: Making, random: Random): MadeRequest {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  // What writes is tried more often than its share, by those who may more often than by those who may not.
  const writing = operations.filter(({ operation }) => operation.requestBody)
  const { path, method, operation } = random.pick(random.happens(0.25) ? writing : operations)
  const strong = callers.filter(({ isStrong }) => isStrong)
  // A third of all requests are wholly in order, so that what lies behind the checks is tried too.
  const hostility = random.pick([0, 0.02, 0.3])
  const known: Known = { schemas: document.components.schemas, values, hostility }
  const asked = random.happens(0.03) ? random.pick(METHODS) : method.toUpperCase()
  const request = {
    method: asked,
    path: addressOf(path, operation.parameters ?? [], known, random),
    headers: {
      ...random.pick(random.happens(0.5) ? strong : callers).headers,
      ...oddHeaders(hostility, random),
    },
  }
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema || asked === 'GET' || asked === 'HEAD') return request
  return {
    ...request,
    headers: {
      'content-type': random.happens(hostility / 3) ? random.pick(MEDIA) : 'application/json',
      ...request.headers,
    },
    body: bodyOf(schema, known, random),
  }
}

function addressOf(path: string, parameters: Parameter[], known: Known, random: Random): string {
  const text = (one: Parameter): string => {
    const value = makeValue(one.schema, known, random, one.name)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((all, one) => all.replace(`{${one.name}}`, encoded(text(one)) || 'x'), path)
  const query = parameters
    .filter((one) => one.in === 'query' && random.happens(0.3))
    .map((one) => `${one.name}=${encoded(text(one))}`)
  if (random.happens(known.hostility / 3)) query.push(random.pick(QUERIES))
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

/** Half a surrogate pair has no encoding; a byte that is no UTF-8 stands for it. Addresses have their bounds, too. */
const encoded = (text: string): string =>
  text.isWellFormed() ? encodeURIComponent(text).slice(0, 9000).replace(/%.?$/, '') : '%ff'

function bodyOf(schema: Schema, known: Known, random: Random): string | Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(makeValue(schema, known, random))
  if (!random.happens(known.hostility / 2)) return text
  return random.pick<(text: string) => string | Uint8Array<ArrayBuffer>>([
    (all) => all.slice(0, random.below(all.length)),
    (all) => `${all},`,
    () => '['.repeat(20_000),
    () => `${'['.repeat(5000)}${']'.repeat(5000)}`,
    () => '{"a":1e999,"a":-1e999}',
    () => '',
    () => JSON.stringify(random.pick(HOSTILE)),
    () => '{"body":{"type":"\\u0000"}}',
    () => Uint8Array.from([0xff, 0xfe, 0x00, 0x7b]),
    (all) => all.replace(/"[^"]*"/, '"\\ud800"'),
  ])(text)
}

function oddHeaders(hostility: number, random: Random): Record<string, string> {
  return random.happens(hostility) ? random.pick(HEADERS(random)) : {}
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']
const MEDIA = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'multipart/form-data',
  '',
  'x',
]
const QUERIES = [
  'limit=0',
  'limit=1e9',
  'cursor=eyJ9',
  'cursor=WyJ4IiwieSJd',
  'limit=1&limit=2',
  '%00=1',
  'sort=',
  '%zz=%zz',
  '__proto__=1',
]
const HEADERS = (random: Random): Record<string, string>[] => [
  { accept: 'text/html' },
  { accept: 'application/json;q=0' },
  { accept: ',;=q' },
  { 'if-none-match': '*, W/"x"' },
  { 'if-match': '"nothing"' },
  { 'if-match': 'not quoted' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br' },
  { 'content-length': '99999999999' },
  { 'x-request-id': uuid(random) },
  { 'x-request-id': '<script>' },
  { range: 'bytes=0-1,2-' },
  { host: 'evil.example' },
  { origin: 'https://evil.example' },
  { 'x-forwarded-for': "1.1.1.1' or 1=1" },
]
