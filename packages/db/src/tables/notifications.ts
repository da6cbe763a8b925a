import type { News, NewsFlag, NewsKind } from '@ai-census/schema'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

// Who is told of what, and what became of each message. None of it has a say in the inventory.

export interface WantedNews {
  kinds: NewsKind[]
  /** Of the kind `flag-raised`. */
  flags: NewsFlag[]
  /** Slugs; empty: any. */
  suppliers: string[]
  /** `*` at the end matches any rest; empty: any. */
  sources: string[]
  /** The least risk level of systems that have one. */
  minimumRisk: string | null
  /** How many days before its day a retirement or a review is told of. */
  daysAhead: number
}

/** What one message says: the first of the news, and how many there are of each kind. */
export interface NewsMessage {
  news: News[]
  counts: Partial<Record<NewsKind, number>>
}

export const destinations = pgTable('notification_destination', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  type: text({ enum: ['webhook', 'slack', 'teams', 'email'] }).notNull(),
  paused: boolean().notNull(),
  wanted: json<WantedNews>()().notNull(),
  gather: text({ enum: ['soon', 'daily'] }).notNull(),
  /** The hour (UTC) of a daily message. */
  dailyAt: integer().notNull(),
  /** Sealed: whoever has the address may post there. */
  url: text(),
  /** What of the address may be shown. */
  urlShown: text(),
  /** Sealed: what a webhook's messages are signed with. */
  secret: text(),
  recipients: text().array().notNull(),
  /** Counts the changes. */
  version: integer().notNull(),
  createdBy: text().notNull(),
  createdAt: instant().notNull(),
  changedBy: text().notNull(),
  changedAt: instant().notNull(),
})

/**
 * What a destination has been told, is about to be, or knew when it was set, so that nothing is told twice. `news` is
 * there until a message takes it up.
 */
export const news = pgTable(
  'notification_news',
  {
    destination: uuid()
      .notNull()
      .references(() => destinations.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    at: instant().notNull(),
    news: json<News>()(),
  },
  (t) => [
    primaryKey({ columns: [t.destination, t.key] }),
    index('notification_news_waiting').on(t.destination, t.at).where(sql`${t.news} is not null`),
    index().on(t.at),
  ],
)

/** One message to one destination. Its id stays the same however often it is sent. */
export const deliveries = pgTable(
  'notification_delivery',
  {
    id: uuid().primaryKey(),
    destination: uuid()
      .notNull()
      .references(() => destinations.id, { onDelete: 'cascade' }),
    isTest: boolean().notNull(),
    message: json<NewsMessage>()().notNull(),
    createdAt: instant().notNull(),
    status: text({ enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer().notNull(),
    /** When it is tried next, while it waits. */
    nextAt: instant().notNull(),
    /** Until when it is in the hands of one collector. */
    claimedUntil: instant(),
    /** When it was sent or given up. */
    endedAt: instant(),
    /** What the last attempt was answered with. */
    answer: integer(),
    error: text(),
  },
  (t) => [
    index('notification_delivery_waiting').on(t.nextAt).where(sql`${t.status} = 'waiting'`),
    index().on(t.createdAt.desc(), t.id),
    index().on(t.destination, t.createdAt.desc()),
  ],
)

/** How far the inventory's runs were searched for news, and when the calendar was last looked at. One row. */
export const newsCursors = pgTable('notification_cursor', {
  name: text({ enum: ['news'] }).primaryKey(),
  run: integer().notNull(),
  calendarAt: instant().notNull(),
})
