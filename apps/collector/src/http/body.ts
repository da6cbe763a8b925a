import { pipeline, Readable, type Transform } from 'node:stream'
import zlib from 'node:zlib'
import { HttpProblem } from './problem.ts'

export interface BodyLimits {
  /** Of the body as it comes. */
  readonly sent: number
  /** Of the body once decompressed. */
  readonly decoded: number
  /** What a caller whose body is larger can do. */
  readonly advice?: string
}

const MIB = 1024 * 1024

/** Text of findings shrinks to a twentieth, seldom to a hundredth; what shrinks more is made to burst. */
const MOST_RATIO = 400
/** Below this nobody is hurt, whatever the ratio. */
const HARMLESS = 16 * MIB

const decoders: Record<string, (() => Transform & { bytesWritten: number }) | undefined> = {
  gzip: () => zlib.createGunzip({ chunkSize: 256 * 1024 }),
  // Node.js 20 and early 22 have no zstd; there it is refused like any unknown encoding.
  ...('createZstdDecompress' in zlib
    ? { zstd: () => zlib.createZstdDecompress({ chunkSize: 256 * 1024 }) }
    : {}),
}

/**
 * The body as it is once decompressed, chunk by chunk. Throws an HttpProblem as soon as it is too much, whatever the
 * length that was announced, and at the end when it was cut off or went on after its end.
 */
export async function* readBody(request: Request, limits: BodyLimits): AsyncGenerator<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.sent) throw tooLarge(limits.sent, limits)
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  const sent = { bytes: 0 }
  const source = readSent(request, limits, sent)
  if (encoding === 'identity' || encoding === '') yield* source
  else yield* decode(source, encoding, limits, sent)
}

async function* readSent(
  request: Request,
  limits: BodyLimits,
  sent: { bytes: number },
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.body ?? []) {
      sent.bytes += chunk.byteLength
      if (sent.bytes > limits.sent) throw tooLarge(limits.sent, limits)
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error
    throw new HttpProblem(400, `The body ended after ${sent.bytes} bytes, before it was whole.`)
  }
}

async function* decode(
  source: AsyncGenerator<Buffer>,
  encoding: string,
  limits: BodyLimits,
  sent: { bytes: number },
): AsyncGenerator<Buffer> {
  const decoder = decoders[encoding]?.()
  if (!decoder)
    throw new HttpProblem(415, `Content-Encoding may be ${Object.keys(decoders).join(', ')} or identity.`)
  let failure: Error | null = null
  pipeline(Readable.from(source, { objectMode: false }), decoder, (error) => {
    failure = error ?? null
  })
  let decoded = 0
  try {
    for await (const chunk of decoder) {
      decoded += chunk.length
      if (decoded > limits.decoded) throw tooLarge(limits.decoded, limits)
      if (decoded > HARMLESS && decoded > sent.bytes * MOST_RATIO)
        throw new HttpProblem(413, `The body grows more than ${MOST_RATIO} times when it is decompressed.`)
      yield chunk
    }
  } catch (error) {
    const cause = failure ?? error
    if (cause instanceof HttpProblem) throw cause
    throw new HttpProblem(400, brokenBody(cause, encoding, decoded))
  }
  if (decoder.bytesWritten < sent.bytes)
    throw new HttpProblem(400, `The body has bytes after the end of its ${encoding} data.`)
}

function brokenBody(error: unknown, encoding: string, decoded: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'Z_BUF_ERROR'
    ? `The body is cut off: its ${encoding} data end after ${decoded} decompressed bytes.`
    : `The body is not valid ${encoding} (after ${decoded} decompressed bytes).`
}

const tooLarge = (limit: number, { advice }: BodyLimits) =>
  new HttpProblem(
    413,
    `The body may have at most ${Math.round(limit / MIB)} MiB.${advice ? ` ${advice}` : ''}`,
  )
