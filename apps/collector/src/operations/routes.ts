import { events, health, metrics, ready, version } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import { streamSSE } from 'hono/streaming'
import { isSessionOpen } from '../access/sessions.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import type { CollectorEvent } from '../http/events.ts'
import { failureOf } from '../http/failure.ts'
import { type App, implement } from '../http/implement.ts'
import { HttpProblem } from '../http/problem.ts'

const HEARTBEAT_MS = 15_000

export function operationsRoutes(app: App, deps: Deps): void {
  implement(app, deps, health, async () => ({ status: 'ok' as const }))
  implement(app, deps, ready, async () => {
    await assertReady(deps)
    return { status: 'ready' as const }
  })
  implement(app, deps, version, async () => ({ name: 'ai-census' as const, version: deps.version }))
  implement(app, deps, metrics, async (_, { c }) =>
    c.body(deps.metrics.registry.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
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

async function assertReady(deps: Deps): Promise<void> {
  try {
    await deps.database.orm.execute(sql`select 1 from schema_migration limit 1`)
  } catch (error) {
    deps.log.warn(failureOf(error), 'the database does not answer')
    throw new HttpProblem(503, 'The database does not answer.')
  }
}
