import type { NodeHttpHandler } from '@smithy/node-http-handler'

export type RequestHandler = Pick<NodeHttpHandler, 'handle' | 'metadata' | 'destroy'>
type Handled = Awaited<ReturnType<NodeHttpHandler['handle']>>

/** An answer that cannot be AWS's; `classify` knows it by its name. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

const FORM = 'application/x-www-form-urlencoded'
const HTML = /^\s*<(?:!doctype\s+html|html)\b/i

/**
 * Reads answers whole before the SDK does. To the SDK an empty body is an answer without fields, and so is a page of
 * some proxy where XML was asked for: both would count as empty lists, and what is there as gone.
 */
export function readWhole(handler: NodeHttpHandler): RequestHandler {
  return {
    metadata: handler.metadata,
    destroy: () => handler.destroy(),
    async handle(request, options): Promise<Handled> {
      const { response } = await handler.handle(request, options)
      const body = await bytesOf(response.body)
      response.body = body
      if (response.statusCode >= 200 && response.statusCode < 300) refuseUnreadable(body, request.headers)
      return { response }
    },
  }
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Of the service that answers in either form, whichever it is asked in. */
const EITHER = /^GraniteServiceVersion/

/** Forms are answered in XML, everything else in JSON. */
function refuseUnreadable(body: Uint8Array, headers: Readonly<Record<string, string>>): void {
  const start = Buffer.from(body.subarray(0, 256)).toString('utf8').trimStart()
  if (start === '') throw new UnreadableAnswer('an empty body')
  if (HTML.test(start)) throw new UnreadableAnswer('a web page')
  if (EITHER.test(headers['x-amz-target'] ?? '') && /^[<{]/.test(start)) return
  const isForm = (headers['content-type'] ?? '').startsWith(FORM)
  if (isForm !== start.startsWith('<')) throw new UnreadableAnswer(`no ${isForm ? 'XML' : 'JSON'}`)
}
