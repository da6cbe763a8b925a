import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** A signed-in person. The cookie holds the secret, this row its SHA-256. */
export const sessions = pgTable(
  'session',
  {
    hash: text().primaryKey(),
    user: text().notNull(),
    role: text({ enum: ['viewer', 'auditor', 'governance', 'admin'] }).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index().on(t.expiresAt)],
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
