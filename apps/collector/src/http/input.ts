import type { Endpoint } from '@ai-census/api'
import type { Context } from 'hono'
import { type BodyLimits, readBody } from './body.ts'
import { jsonFault, lineAndColumn } from './json-fault.ts'
import { readLines, type TextLine } from './lines.ts'
import { faultsOf, HttpProblem } from './problem.ts'
import { badText, isStorable, unstorable } from './storable.ts'

const MIB = 1024 * 1024

/** A body that is read whole and may also come by lines. */
export const WHOLE: BodyLimits = { sent: 32 * MIB, decoded: 64 * MIB }
const ORDINARY = { sent: 4, decompressed: 4 } as const
/** One that is read line by line: it is never in memory whole, and somewhere there must be an end. */
export const BY_LINE: BodyLimits = { sent: 1024 * MIB, decoded: 8 * 1024 * MIB }

const LINES = 'application/x-ndjson'

export interface Input {
  params: unknown
  query: unknown
  body: unknown
  /** Instead of `body`, where the endpoint takes lines and the caller sends them. Nothing of them is checked yet. */
  lines: AsyncIterable<TextLine[]> | null
}

/** Checks all that a caller sent against the endpoint's Zod values. Throws an HttpProblem with each place. */
export async function readInput(endpoint: Endpoint, c: Context): Promise<Input> {
  const media = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const byLine = endpoint.lines !== undefined && media === LINES
  return {
    params: endpoint.params ? readText('path', endpoint.params, c.req.param()) : {},
    query: endpoint.query ? readText('query', endpoint.query, queryOf(c)) : {},
    body: endpoint.body && !byLine ? await readJson(endpoint, c.req.raw, media) : undefined,
    lines: byLine ? readLines(readBody(c.req.raw, BY_LINE)) : null,
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

async function readJson(endpoint: Endpoint, request: Request, media: string | undefined): Promise<unknown> {
  if (media !== 'application/json')
    throw new HttpProblem(415, `Send application/json${endpoint.lines ? ` or ${LINES}` : ''}.`)
  const limits = limitsOf(endpoint)
  const text = decodeUtf8(await readWhole(readBody(request, limits)))
  const value = parseJson(text)
  const fault = unstorable(text, value)
  if (fault) throw new HttpProblem(422, 'The body has text that cannot be kept.', [fault])
  return endpoint.body && parseWith(422, '', endpoint.body.safeParse(value))
}

function limitsOf({ lines, bodyMiB = ORDINARY }: Endpoint): BodyLimits {
  if (lines) return { ...WHOLE, advice: `Send it as ${LINES}, which has no such limit.` }
  return { sent: bodyMiB.sent * MIB, decoded: bodyMiB.decompressed * MIB }
}

type Outcome = ReturnType<ZodType['safeParse']>

function parseWith(status: number, root: string, outcome: Outcome): unknown {
  if (outcome.success) return outcome.data
  const errors = faultsOf(outcome.error, root)
  const [first] = errors
  throw new HttpProblem(status, first ? `${first.place || 'body'}: ${first.message}` : 'Not valid.', errors)
}

/** The file that an endpoint with `upload` is sent, as it is. */
export function readUpload({ upload }: Endpoint, request: Request): Promise<Buffer> {
  if (!upload) throw new Error('the endpoint takes no file')
  const media = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (media !== 'application/octet-stream')
    throw new HttpProblem(415, 'Send the file as application/octet-stream.')
  if (request.headers.has('content-encoding')) throw new HttpProblem(415, 'Send the file as it is.')
  return readWhole(readBody(request, { sent: upload.mostBytes, decoded: upload.mostBytes }))
}

async function readWhole(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
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
