import { z } from 'zod'
import { OidcEnv } from './access/oidc/settings.ts'
import { NotificationEnv } from './notifications/settings.ts'

const port = z.coerce.number().int().min(0).max(65_535)

/** All that the environment may say; see docs/operations. */
export const Env = OidcEnv.extend(NotificationEnv.shape).extend({
  DATABASE_URL: z.string().optional(),
  AI_CENSUS_DATA: z.string().default('.ai-census'),
  AI_CENSUS_HOST: z.string().default('127.0.0.1'),
  AI_CENSUS_PORT: port.default(7420),
  /** The address that people use when a proxy stands before: `https://census.example.com`. */
  AI_CENSUS_URL: z.url().optional(),
  /** How many proxies of one's own stand before it, each of which adds to X-Forwarded-For. */
  AI_CENSUS_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** A session ends when it was not used for so long, and at the latest after so long. */
  AI_CENSUS_SESSION_IDLE_HOURS: z.coerce.number().positive().max(8760).default(72),
  AI_CENSUS_SESSION_HOURS: z.coerce.number().positive().max(8760).default(168),
  AI_CENSUS_DASHBOARD: z.string().optional(),
  AI_CENSUS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})
export type Env = z.infer<typeof Env>
