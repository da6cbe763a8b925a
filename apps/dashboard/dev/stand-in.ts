/**
 * A stand-in for the collector: the contract's answers from a made-up estate, in memory. For development
 * and for looking at pages; it is a Vite plugin that only `AI_CENSUS_STAND_IN` switches on.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { answerRequest } from './answers.ts'
import { makeEstate } from './estate.ts'
import type { Request } from './reply.ts'

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : undefined
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('content-type', status >= 400 ? 'application/problem+json' : 'application/json')
  response.end(JSON.stringify(body))
}

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => Promise<void>

export function middleware(kind: string): Handle {
  const estate = makeEstate(kind)
  return async (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    if (!url.pathname.startsWith('/api/') && url.pathname !== '/healthz') return next()
    if (url.pathname === '/api/v1/events') {
      // Nothing happens by itself here; 204 tells the browser not to ask again.
      response.statusCode = 204
      response.end()
      return
    }
    const asked: Request = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: await readBody(request),
    }
    const wait = Number(process.env.AI_CENSUS_STAND_IN_WAIT ?? 0)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const { status, body } = answerRequest(estate, asked)
    send(response, status, body)
  }
}

export function standIn(kind: string): Plugin {
  return {
    name: 'ai-census-stand-in',
    configureServer: (server) => {
      server.middlewares.use(middleware(kind))
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(middleware(kind))
    },
  }
}
