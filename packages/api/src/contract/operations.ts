import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const operations = { tag: 'operations', access: 'public', method: 'get' } as const

export const health = endpoint({
  ...operations,
  path: '/healthz',
  summary: 'The process answers',
  response: z.object({ status: z.literal('ok') }),
})

/** How far the inventory is behind the ledger: in events, and in seconds since it last had caught up. */
export const Lag = z.object({ events: z.int(), seconds: z.number() })

export const ready = endpoint({
  ...operations,
  path: '/readyz',
  summary: 'The database answers and is migrated; how far the inventory is behind the ledger',
  response: z.object({ status: z.literal('ready'), lag: Lag }),
  problems: [503],
})

export const openApi = endpoint({
  ...operations,
  path: '/api/v1/openapi.json',
  summary: 'This document',
  response: z.looseObject({ openapi: z.string() }),
})

export const version = endpoint({
  ...operations,
  path: '/api/v1/version',
  summary: 'Which version answers',
  response: z.object({ name: z.literal('ai-census'), version: z.string() }),
})

export const metrics = endpoint({
  tag: 'operations',
  access: 'viewer',
  method: 'get',
  path: '/metrics',
  summary: 'Prometheus metrics',
  media: 'text/plain',
  response: z.string(),
})

/** Server-sent events `scan`, `inventory` and `notification`; each says that something changed, a GET says what. */
export const events = endpoint({
  tag: 'operations',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/events',
  summary: 'A stream of what happens: scan progress, inventory changed, notification sent or not',
  media: 'text/event-stream',
  response: z.string(),
})
