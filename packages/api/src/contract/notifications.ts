import { Instant, NewsFlag, NewsKind } from '@ai-census/schema'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Empty, PageQuery, page } from './common.ts'

const notifications = { tag: 'notifications' } as const
const DestinationId = z.object({ id: z.uuid() })

export const DestinationType = z.enum(['webhook', 'slack', 'teams', 'email'])
export type DestinationType = z.infer<typeof DestinationType>

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length

export const WantedNews = z.object({
  kinds: z.array(NewsKind).min(1, 'at least one kind of news').refine(unique, 'each kind once'),
  flags: z.array(NewsFlag).refine(unique, 'each flag once').default([]).describe('Of the kind `flag-raised`'),
  suppliers: z
    .array(z.string().min(1).max(256))
    .max(100)
    .default([])
    .describe('Only news of these suppliers, by slug, and of what depends on them; empty: of any'),
  sources: z
    .array(z.string().min(1).max(512))
    .max(100)
    .default([])
    .describe('Only news from these sources; `*` at the end matches any rest; empty: from any'),
  minimumRisk: z
    .string()
    .min(1)
    .max(256)
    .nullable()
    .default(null)
    .describe('Systems rated lower are left out; those that nobody rated are not'),
  daysAhead: z
    .int()
    .min(0)
    .max(365)
    .default(30)
    .describe('So many days before its day a retirement or a review is told of'),
})
export type WantedNews = z.output<typeof WantedNews>

const settings = {
  name: z.string().trim().min(1).max(100),
  wanted: WantedNews,
  /** `soon`: gathered over a minute at most. `daily`: one message a day. */
  gather: z.enum(['soon', 'daily']).default('soon'),
  dailyAt: z.int().min(0).max(23).default(7).describe('The hour of a daily message, in UTC'),
  paused: z.boolean().default(false),
}

const url = z.url().max(2048)
const recipients = z.array(z.email().max(254)).max(20).refine(unique, 'each address once')

export const NewDestination = z
  .object({
    ...settings,
    type: DestinationType,
    url: url.optional().describe('Of a webhook; kept sealed and never shown again'),
    recipients: recipients.default([]).describe('Of e-mail'),
  })
  .refine(({ type, url: at }) => (type === 'email') === (at === undefined), {
    path: ['url'],
    message: 'a webhook has an address to post to, e-mail has none',
  })
  .refine(({ type, recipients: to }) => (type === 'email') === to.length > 0, {
    path: ['recipients'],
    message: 'e-mail has recipients, a webhook has none',
  })
export type NewDestination = z.output<typeof NewDestination>

export const DestinationChange = z.object({
  ...settings,
  url: url.optional().describe('Left out: as it was'),
  recipients: recipients.default([]),
  ifVersion: z.int().optional().describe('`version` of what was seen; another one in force answers 412'),
})
export type DestinationChange = z.output<typeof DestinationChange>

export const DeliveryStatus = z.enum(['waiting', 'sent', 'failed'])
export type DeliveryStatus = z.infer<typeof DeliveryStatus>

export const DeliveryRow = z.object({
  /** Receivers get the same id with every attempt, so that they can drop doubles. */
  id: z.uuid(),
  destination: z.object({ id: z.uuid(), name: z.string(), type: DestinationType }),
  isTest: z.boolean(),
  counts: z.partialRecord(NewsKind, z.int()),
  /** What it is about, the first of it. */
  first: z.string().nullable(),
  createdAt: Instant,
  status: DeliveryStatus,
  attempts: z.int(),
  /** When it is tried next; null unless it waits. */
  nextAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The status of the last answer over HTTP. */
  answer: z.int().nullable(),
  error: z.string().nullable(),
})
export type DeliveryRow = z.infer<typeof DeliveryRow>

export const DestinationRow = z.object({
  id: z.uuid(),
  ...settings,
  type: DestinationType,
  /** What of the address may be shown: its host, and its last characters. */
  urlShown: z.string().nullable(),
  recipients: z.array(z.string()),
  /** `sealed-otherwise`: its secrets were sealed with a key that this collector does not have; set them again. */
  state: z.enum(['ready', 'sealed-otherwise', 'no-mail-server']),
  /** News that wait for the next message. */
  waiting: z.int(),
  last: DeliveryRow.nullable(),
  version: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  changedBy: z.string(),
  changedAt: Instant,
})
export type DestinationRow = z.infer<typeof DestinationRow>

/** The secret that a webhook's messages are signed with, in this answer alone. */
const SigningSecret = z.string().nullable()

export const listDestinations = endpoint({
  ...notifications,
  access: 'viewer',
  method: 'get',
  path: '/api/v1/notification-destinations',
  summary: 'Where notifications go, and what of',
  response: z.object({
    rows: z.array(DestinationRow),
    /** Whether this collector has a key to seal addresses with; without one, only e-mail can be set. */
    canSeal: z.boolean(),
    /** What mail is sent from; null: no mail server is configured. */
    mailFrom: z.string().nullable(),
  }),
})

/** Only what is new from now on is told; what stands already is not. */
export const createDestination = endpoint({
  ...notifications,
  access: 'admin',
  method: 'post',
  path: '/api/v1/notification-destinations',
  summary: 'Set a destination; a webhook’s signing secret is answered this once',
  body: NewDestination,
  example: {
    body: {
      type: 'webhook',
      name: 'Governance inbox',
      url: 'https://hooks.acme.example/census',
      wanted: { kinds: ['system-discovered', 'flag-raised'], flags: ['exposed-key'] },
    },
  },
  status: 201,
  response: z.object({ destination: DestinationRow, secret: SigningSecret }),
  problems: [409],
})

export const changeDestination = endpoint({
  ...notifications,
  access: 'admin',
  method: 'put',
  path: '/api/v1/notification-destinations/{id}',
  summary: 'Change a destination',
  params: DestinationId,
  body: DestinationChange,
  example: {
    body: {
      name: 'Governance inbox',
      wanted: { kinds: ['system-discovered'] },
      gather: 'daily',
      ifVersion: 1,
    },
  },
  response: DestinationRow,
  problems: [404, 409, 412],
})

/** What waits to be sent there is dropped, and its deliveries go with it. */
export const removeDestination = endpoint({
  ...notifications,
  access: 'admin',
  method: 'delete',
  path: '/api/v1/notification-destinations/{id}',
  summary: 'Remove a destination',
  params: DestinationId,
  response: Empty,
  problems: [404],
})

/** Messages are signed with it from the next one on. */
export const renewSigningSecret = endpoint({
  ...notifications,
  access: 'admin',
  method: 'post',
  path: '/api/v1/notification-destinations/{id}/secret',
  summary: 'Make a new signing secret for a webhook; it is answered this once',
  params: DestinationId,
  status: 201,
  response: z.object({ secret: z.string() }),
  problems: [404, 409],
})

/** Tried once, while the caller waits. */
export const testDestination = endpoint({
  ...notifications,
  access: 'admin',
  method: 'post',
  path: '/api/v1/notification-destinations/{id}/test',
  summary: 'Send a test message and say what became of it',
  params: DestinationId,
  response: DeliveryRow,
  problems: [404],
})

export const listDeliveries = endpoint({
  ...notifications,
  access: 'viewer',
  method: 'get',
  path: '/api/v1/notification-deliveries',
  summary: 'Messages and what became of them, newest first; the last ones of each destination are kept',
  query: PageQuery.extend({
    destination: z.uuid().optional(),
    status: DeliveryStatus.optional(),
  }),
  response: page(DeliveryRow),
})

/** With the same id, and as many attempts again. */
export const sendAgain = endpoint({
  ...notifications,
  access: 'admin',
  method: 'post',
  path: '/api/v1/notification-deliveries/{id}/again',
  summary: 'Send a message again that was given up',
  params: DestinationId,
  response: DeliveryRow,
  problems: [404, 409],
})
