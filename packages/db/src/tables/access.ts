import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, json } from './columns.ts'

const role = () => text({ enum: ['viewer', 'auditor', 'governance', 'admin'] })

/** People. None is ever deleted: decisions name them. */
export const users = pgTable(
  'user_account',
  {
    id: text().primaryKey(),
    /** How decisions and events name the person; unique, and never changed. */
    name: text().notNull().unique(),
    /** In lower case; only one that an administrator gave or the identity provider verified. */
    email: text().unique(),
    role: role().notNull(),
    /** Who vouches for the person at sign-in; null: one-time links. */
    issuer: text(),
    subject: text(),
    createdAt: instant().notNull(),
    createdBy: text().notNull(),
    lastSignInAt: instant(),
    disabledAt: instant(),
  },
  (t) => [
    uniqueIndex('user_identity').on(t.issuer, t.subject),
    index('user_admins').on(t.role).where(sql`${t.disabledAt} is null`),
  ],
)

/** A signed-in browser. Its cookie holds the secret, this row the SHA-256 of it. */
export const sessions = pgTable(
  'session',
  {
    id: text().primaryKey(),
    hash: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id),
    method: text({ enum: ['link', 'oidc'] }).notNull(),
    /** The browser in a few words. */
    agent: text(),
    createdAt: instant().notNull(),
    lastUsedAt: instant().notNull(),
    /** The latest end, however much it is used. */
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.expiresAt), index().on(t.userId)],
)

/** One-time sign-in links that nobody has opened yet: the SHA-256 of the code. Opening one deletes its row. */
export const signInCodes = pgTable(
  'sign_in_code',
  {
    hash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.expiresAt), index().on(t.userId)],
)

/** Who got in, who did not, and who changed what others may do. Holds no secret. */
export const accessEvents = pgTable(
  'access_event',
  {
    id: text().primaryKey(),
    at: instant().notNull(),
    type: text().notNull(),
    /** Who did it, as decisions name them; `anonymous` before anybody is known. */
    actor: text().notNull(),
    /** The user, token or session that it was done to, by its name. */
    subject: text(),
    address: text().notNull(),
    agent: text(),
    detail: json<Record<string, string>>()().notNull(),
  },
  (t) => [index().on(t.at.desc(), t.id), index().on(t.subject, t.at.desc())],
)

/** Tokens of scanners, bound to the sources that they may report for. */
export const scannerTokens = pgTable('scanner_token', {
  id: text().primaryKey(),
  hash: text().notNull().unique(),
  name: text().notNull(),
  sources: text().array().notNull(),
  createdBy: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant(),
  revokedAt: instant(),
  lastUsedAt: instant(),
})

/** Secrets of this deployment, such as the key of secret fingerprints. */
export const deploymentSecrets = pgTable('deployment_secret', {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: instant().notNull(),
})
