import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Endpoint } from '@ai-census/api'
import type { Context } from 'hono'
import { type Fault, faultsOf, HttpProblem, placeOf } from './problem.ts'

/** Of a body as it comes, and as it is once decompressed. */
export const MOST_BODY_BYTES = 32 * 1024 * 1024
export const MOST_DECOMPRESSED_BYTES = 128 * 1024 * 1024

export interface Input {
  params: unknown
  query: unknown
  body: unknown
}

/** Checks all that a caller sent against the endpoint's Zod values. Throws an HttpProblem with each place. */
export async function readInput(endpoint: Endpoint, c: Context): Promise<Input> {
  return {
    params: endpoint.params ? parseWith(400, 'path', endpoint.params.safeParse(c.req.param())) : {},
    query: endpoint.query ? parseWith(400, 'query', endpoint.query.safeParse(c.req.query())) : {},
    body: endpoint.body ? await readBody(endpoint.body, c.req.raw) : undefined,
  }
}

async function readBody(type: NonNullable<Endpoint['body']>, request: Request): Promise<unknown> {
  const media = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (media !== 'application/json') throw new HttpProblem(415, 'Send application/json.')
  const bytes = await decompress(await readBytes(request), request.headers.get('content-encoding'))
  const text = decodeUtf8(bytes)
  const value = parseJson(text)
  const fault = SUSPECT.test(text) ? unstorable(value) : null
  if (fault) throw new HttpProblem(422, 'The body has text that cannot be kept.', [fault])
  return parseWith(422, '', type.safeParse(value))
}

type Outcome = ReturnType<NonNullable<Endpoint['body']>['safeParse']>

function parseWith(status: number, root: string, outcome: Outcome): unknown {
  if (outcome.success) return outcome.data
  const errors = faultsOf(outcome.error, root)
  const [first] = errors
  throw new HttpProblem(status, first ? `${first.place || 'body'}: ${first.message}` : 'Not valid.', errors)
}

/** The file that an endpoint with `upload` is sent, as it is. */
export async function readUpload({ upload }: Endpoint, request: Request): Promise<Buffer> {
  if (!upload) throw new Error('the endpoint takes no file')
  const media = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (media !== 'application/octet-stream')
    throw new HttpProblem(415, 'Send the file as application/octet-stream.')
  if (request.headers.has('content-encoding')) throw new HttpProblem(415, 'Send the file as it is.')
  return readBytes(request, upload.mostBytes)
}

/** Stops reading as soon as it is too much, whatever the length that was announced. */
async function readBytes(request: Request, most = MOST_BODY_BYTES): Promise<Buffer> {
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

const tooLarge = (limit: number) =>
  new HttpProblem(413, `The body may have at most ${Math.round(limit / 1024 / 1024)} MiB.`)

const decoders = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  // Node.js 20 and early 22 have no zstd; there it is refused like any unknown encoding.
  ...('zstdDecompress' in zlib
    ? { zstd: promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress) }
    : {}),
}

async function decompress(bytes: Buffer, encoding: string | null): Promise<Buffer> {
  if (!encoding || encoding === 'identity') return bytes
  const decode = new Map(Object.entries(decoders)).get(encoding)
  if (!decode)
    throw new HttpProblem(415, `Content-Encoding may be ${Object.keys(decoders).join(', ')} or identity.`)
  try {
    return await decode(bytes, { maxOutputLength: MOST_DECOMPRESSED_BYTES })
  } catch (error) {
    // zlib throws errno errors; this one says that the limit was reached.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(MOST_DECOMPRESSED_BYTES)
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
    throw new HttpProblem(400, 'The body is not valid JSON.')
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

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
const badText = (path: PropertyKey[]): Fault => ({
  place: placeOf(path),
  message: 'text may hold neither NUL nor half a surrogate pair',
})
