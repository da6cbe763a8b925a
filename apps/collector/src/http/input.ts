import type { Endpoint } from '@ai-census/api'
import type { Context } from 'hono'
import { type BodyLimits, readBody } from './body.ts'
import { readLines, type TextLine } from './lines.ts'
import { faultsOf, HttpProblem } from './problem.ts'
import { unstorable } from './storable.ts'

const MIB = 1024 * 1024

/** A body that is read whole. */
export const WHOLE: BodyLimits = { sent: 32 * MIB, decoded: 64 * MIB }
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
    params: endpoint.params ? parseWith(400, 'path', endpoint.params.safeParse(c.req.param())) : {},
    query: endpoint.query ? parseWith(400, 'query', endpoint.query.safeParse(c.req.query())) : {},
    body: endpoint.body && !byLine ? await readJson(endpoint, c.req.raw, media) : undefined,
    lines: byLine ? readLines(readBody(c.req.raw, BY_LINE)) : null,
  }
}

async function readJson(endpoint: Endpoint, request: Request, media: string | undefined): Promise<unknown> {
  if (media !== 'application/json')
    throw new HttpProblem(415, `Send application/json${endpoint.lines ? ` or ${LINES}` : ''}.`)
  const limits = endpoint.lines
    ? { ...WHOLE, advice: `Send it as ${LINES}, which has no such limit.` }
    : WHOLE
  const text = decodeUtf8(await readWhole(readBody(request, limits)))
  const value = parseJson(text)
  const fault = unstorable(text, value)
  if (fault) throw new HttpProblem(422, 'The body has text that cannot be kept.', [fault])
  return endpoint.body && parseWith(422, '', endpoint.body.safeParse(value))
}

type Outcome = ReturnType<NonNullable<Endpoint['body']>['safeParse']>

function parseWith(status: number, root: string, outcome: Outcome): unknown {
  if (outcome.success) return outcome.data
  const errors = faultsOf(outcome.error, root)
  const [first] = errors
  throw new HttpProblem(status, first ? `${first.place || 'body'}: ${first.message}` : 'Not valid.', errors)
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
    throw new HttpProblem(400, 'The body is not valid JSON.')
  }
}
