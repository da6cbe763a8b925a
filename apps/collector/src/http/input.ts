import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Endpoint } from '@ai-census/api'
import type { Context } from 'hono'
import { jsonFault, lineAndColumn } from './json-fault.ts'
import { type Fault, faultsOf, HttpProblem, placeOf } from './problem.ts'
import { isStorable } from './storable.ts'

const MIB = 1024 * 1024
const ORDINARY = { sent: 4, decompressed: 4 } as const

export interface Input {
  params: unknown
  query: unknown
  body: unknown
}

/** Checks all that a caller sent against the endpoint's Zod values. Throws an HttpProblem with each place. */
export async function readInput(endpoint: Endpoint, c: Context): Promise<Input> {
  return {
    params: endpoint.params ? readText('path', endpoint.params, c.req.param()) : {},
    query: endpoint.query ? readText('query', endpoint.query, queryOf(c)) : {},
    body: endpoint.body ? await readBody(endpoint, endpoint.body, c.req.raw) : undefined,
  }
}

/** A parameter given twice could mean either, so it means neither. */
function queryOf(c: Context): Record<string, string> {
  const twice = Object.entries(c.req.queries()).find(([, values]) => values.length > 1)?.[0]
  if (twice !== undefined)
    throw new HttpProblem(400, `query.${twice}: given twice`, [
      { place: `query.${twice}`, message: 'given twice; separate values by commas' },
    ])
  return c.req.query()
}

function readText(root: string, type: ZodType, values: Record<string, string>): unknown {
  const odd = Object.entries(values).find(([name, value]) => !isStorable(name) || !isStorable(value))
  if (odd) throw new HttpProblem(400, 'The address has text that cannot be kept.', [badText([odd[0]], root)])
  return parseWith(400, root, type.safeParse(values))
}

type ZodType = NonNullable<Endpoint['body']>

async function readBody(endpoint: Endpoint, type: ZodType, request: Request): Promise<unknown> {
  const limit = endpoint.bodyMiB ?? ORDINARY
  const media = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (media !== 'application/json') throw new HttpProblem(415, 'Send application/json.')
  const sent = await readBytes(request, limit.sent * MIB)
  const encoding = request.headers.get('content-encoding')
  const bytes = await decompress(sent, encoding, limit.decompressed * MIB)
  const text = decodeUtf8(bytes)
  const value = parseJson(text)
  const fault = SUSPECT.test(text) ? unstorable(value) : null
  if (fault) throw new HttpProblem(422, 'The body has text that cannot be kept.', [fault])
  return parseWith(422, '', type.safeParse(value))
}

type Outcome = ReturnType<ZodType['safeParse']>

function parseWith(status: number, root: string, outcome: Outcome): unknown {
  if (outcome.success) return outcome.data
  const errors = faultsOf(outcome.error, root)
  const [first] = errors
  throw new HttpProblem(status, first ? `${first.place || 'body'}: ${first.message}` : 'Not valid.', errors)
}

/** Stops reading as soon as it is too much, whatever the length that was announced. */
async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (limit: number) => new HttpProblem(413, `The body may have at most ${limit / MIB} MiB.`)

const decoders = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  // Node.js 20 and early 22 have no zstd; there it is refused like any unknown encoding.
  ...('zstdDecompress' in zlib
    ? { zstd: promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress) }
    : {}),
}

async function decompress(bytes: Buffer, encoding: string | null, most: number): Promise<Buffer> {
  if (!encoding || encoding === 'identity') return bytes
  const decode = new Map(Object.entries(decoders)).get(encoding)
  if (!decode)
    throw new HttpProblem(415, `Content-Encoding may be ${Object.keys(decoders).join(', ')} or identity.`)
  try {
    return await decode(bytes, { maxOutputLength: most })
  } catch (error) {
    // zlib throws errno errors; this one says that the limit was reached.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most)
    throw new HttpProblem(400, `The body is not valid ${encoding}.`)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeUtf8(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new HttpProblem(400, 'The body is not valid UTF-8.')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const offset = jsonFault(text) ?? text.length
    const place = lineAndColumn(text, offset)
    throw new HttpProblem(400, `The body is not valid JSON at ${place}.`, [
      { place: `body, ${place}`, message: offset < text.length ? 'not valid JSON' : 'ends too early' },
    ])
  }
}

/** In valid UTF-8 only an escape can bring what cannot be kept, so most bodies need no second walk. */
const SUSPECT = /\\u(0000|d[89a-f])/i

const DEEPEST = 64

/** PostgreSQL keeps neither NUL nor half a surrogate pair; better said here, with the place, than failed there. */
function unstorable(value: unknown, path: PropertyKey[] = []): Fault | null {
  if (typeof value === 'string') return isStorable(value) ? null : badText(path)
  if (typeof value !== 'object' || value === null) return null
  if (path.length > DEEPEST) return { place: placeOf(path), message: 'nested too deep' }
  for (const [step, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof step === 'string' && !isStorable(step)) return badText(path)
    const fault = unstorable(inner, [...path, step])
    if (fault) return fault
  }
  return null
}

const badText = (path: PropertyKey[], root = ''): Fault => ({
  place: placeOf(path, root).replaceAll(/[^ -~]/g, '?'),
  message: 'text may hold neither NUL nor half a surrogate pair',
})
