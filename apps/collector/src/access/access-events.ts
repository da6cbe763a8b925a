import { randomUUID } from 'node:crypto'
import type { AccessEventType } from '@ai-census/api'
import { accessEvents, type Queryable } from '@ai-census/db'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { type Actor, authorOf } from '../http/auth.ts'
import { addressOf } from '../http/client-address.ts'
import type { Env } from '../http/implement.ts'
import { browserName } from './browser-name.ts'

/** Who does something, and from where. */
export interface Cause {
  who: string
  address: string
  agent: string | null
}

export const causeOf = (c: Context<Env>, actor: Actor = { type: 'anonymous' }): Cause => ({
  who: actor.type === 'anonymous' ? 'anonymous' : authorOf(actor),
  address: addressOf(c),
  agent: browserName(c.req.header('user-agent')),
})

/** The process itself, for whoever started it. */
export const ownCause: Cause = { who: 'operator', address: 'local', agent: null }

export interface NewEvent {
  type: AccessEventType
  subject?: string
  /** Never a secret. */
  detail?: Record<string, string>
}

/** Give it the transaction of what happened, so that neither is there without the other. */
export async function recordEvent(tx: Queryable, deps: Deps, cause: Cause, event: NewEvent): Promise<void> {
  await tx.insert(accessEvents).values({
    id: randomUUID(),
    at: deps.now().toISOString(),
    type: event.type,
    actor: cause.who,
    subject: event.subject ?? null,
    address: cause.address,
    agent: cause.agent,
    detail: event.detail ?? {},
  })
}
