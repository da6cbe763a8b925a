import type { Server } from 'node:http'
import { OperatorError } from '@ai-census/db'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './http/implement.ts'

export interface Listening {
  url: string
  port: number
  close(): Promise<void>
}

export interface ListenOptions {
  host: string
  port: number
  freePortIfTaken: boolean
}

/** How long requests at hand may take at the close. */
const DRAIN_MS = 3000
const SWEEP_MS = 20

/** Throws an OperatorError when the port is in use and no other may be taken. */
export async function listen(app: App, options: ListenOptions): Promise<Listening> {
  // The adaptor makes a plain HTTP server when it is given no other kind.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  const port = await bind(server, options)
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const shown = host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host
  return { url: `http://${shown}:${port}`, port, close: () => drain(server) }
}

async function bind(server: Server, { host, port, freePortIfTaken }: ListenOptions): Promise<number> {
  try {
    return await listenOn(server, host, port)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code // net throws errno errors only
    if (code === 'EADDRINUSE' && freePortIfTaken) return listenOn(server, host, 0)
    if (code === 'EADDRINUSE')
      throw new OperatorError(`Port ${port} on ${host} is in use; choose another one, or stop what uses it.`)
    throw new OperatorError(`Cannot listen on ${host}, port ${port} (${code}).`)
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** No new requests; idle connections end now, busy ones when they are done or after a while. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    // Connections whose last answer ends after this would be kept alive for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(sweep)
      resolve()
    })
  })
}
