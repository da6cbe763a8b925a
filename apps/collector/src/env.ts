import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

/** All that the environment may say; see docs/operations. */
export const Env = z.object({
  DATABASE_URL: z.string().optional(),
  AI_CENSUS_DATA: z.string().default('.ai-census'),
  AI_CENSUS_HOST: z.string().default('127.0.0.1'),
  AI_CENSUS_PORT: port.default(7420),
  /** The address that people use when a proxy stands before: `https://census.example.com`. */
  AI_CENSUS_URL: z.url().optional(),
  AI_CENSUS_DASHBOARD: z.string().optional(),
  AI_CENSUS_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})
export type Env = z.infer<typeof Env>
