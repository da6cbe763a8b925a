import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { QueryInstant } from './common.ts'

export const exportInventory = endpoint({
  tag: 'export',
  access: 'viewer',
  method: 'get',
  path: '/api/v1/export/{format}',
  summary: 'The inventory as a file (`json`, `csv`, …)',
  params: z.object({
    format: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .max(40),
  }),
  /** `asOf`: as the inventory was then. */
  query: z.object({ asOf: QueryInstant.optional() }),
  media: 'application/octet-stream',
  response: z.string(),
  problems: [404],
})
