import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { News } from '@ai-census/schema'
import { z } from 'zod'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  json: unknown
}

const WebhookBody = z.object({
  type: z.string(),
  data: z.object({
    title: z.string(),
    counts: z.record(z.string(), z.number()),
    news: z.array(News.extend({ url: z.string().optional() })),
  }),
})

/** What a webhook said; throws where it is of another form. */
export const dataOf = (received: Received | undefined): z.infer<typeof WebhookBody>['data'] =>
  WebhookBody.parse(received?.json).data

export interface Receiver {
  url: string
  received: Received[]
  /** What the next posts are answered with, one after the other; then 204. */
  answers: { status: number; headers?: Record<string, string>; body?: string }[]
  close(): Promise<void>
}

/** A receiver of webhooks on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: Receiver['answers'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      received.push({ path: request.url ?? '', headers: request.headers, body, json: JSON.parse(body) })
      const { status, headers = {}, body: said = '' } = answers.shift() ?? { status: 204 }
      response.writeHead(status, headers).end(said)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens at a port
  return {
    url: `http://127.0.0.1:${port}/hook/a-secret-path-of-the-receiver`,
    received,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
