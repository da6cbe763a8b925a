import { events, health, metrics, openApi, ready, version } from '@ai-census/api'
import { streamSSE } from 'hono/streaming'
import { isSessionOpen } from '../access/sessions.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import type { CollectorEvent } from '../http/events.ts'
import { type App, implement } from '../http/implement.ts'
import { gaugeText } from '../http/metrics.ts'
import { databaseGauges } from './gauges.ts'
import { readiness } from './readiness.ts'

const HEARTBEAT_MS = 15_000

export function operationsRoutes(app: App, deps: Deps): void {
  implement(app, deps, health, async () => ({ status: 'ok' as const }))
  implement(app, deps, ready, async () => ({ status: 'ready' as const, lag: await readiness(deps) }))
  implement(app, deps, version, async () => ({ name: 'ai-census' as const, version: deps.version }))
  implement(app, deps, openApi, async () => {
    // Half a megabyte that few ask for; it is what the endpoints say of themselves, a test sees to that.
    const document = await import('@ai-census/api/openapi.json', { with: { type: 'json' } })
    return document.default
  })
  implement(app, deps, metrics, async (_, { c }) =>
    c.body(deps.metrics.registry.text() + gaugeText(await databaseGauges(deps)), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    }),
  )
  implement(app, deps, events, async (_, { c, actor }) =>
    streamSSE(c, async (stream) => {
      const send = (event: CollectorEvent) =>
        stream.writeSSE({ event: event.type, data: JSON.stringify(event.data) })
      const leave = deps.events.subscribe((event) => void send(event))
      stream.onAbort(leave)
      while (!stream.aborted && !deps.events.closed && (await isStillThere(deps, actor))) {
        await stream.writeSSE({ event: 'heartbeat', data: '{}' })
        await deps.events.pause(HEARTBEAT_MS)
      }
      leave()
    }),
  )
}

/** A stream lives longer than a request: who is signed out or disabled meanwhile hears no more. */
const isStillThere = async (deps: Deps, actor: Actor): Promise<boolean> =>
  actor.type !== 'person' || isSessionOpen(deps, actor.sessionId)
