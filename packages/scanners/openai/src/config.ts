import { flag } from '@ai-census/scanner-kit'
import { z } from 'zod'

const NEEDS_KEY = 'an admin key of the OpenAI organisation is needed (sk-admin-…), in OPENAI_ADMIN_KEY'

export const OpenAiConfig = z
  .strictObject({
    adminKey: z
      .string({ error: NEEDS_KEY })
      .trim()
      // A line break in a header is refused by fetch with an error that quotes the header.
      .regex(/^[\x21-\x7e]+$/, { error: NEEDS_KEY })
      .meta({
        description: 'An admin key of the organisation with read access to management and usage',
        env: 'OPENAI_ADMIN_KEY',
        secret: true,
      }),
    organization: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/, { error: 'an organisation id looks like org-…' })
      .optional()
      .meta({
        description:
          'The id of the organisation (org-…), for its name in scopes; the admin API does not tell it',
        env: 'OPENAI_ORG_ID',
      }),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .default('https://api.openai.com')
      .meta({
        description: 'Where the API is, without /v1: a private gateway, or a stand-in in tests',
        // Not the SDK's OPENAI_BASE_URL: that one may point at another supplier, who must never see an admin key.
        env: 'AI_CENSUS_OPENAI_ENDPOINT',
      }),
    allowInsecure: flag.default(false).meta({
      description: 'Allow an endpoint without TLS; the admin key then travels in the clear',
      env: 'AI_CENSUS_OPENAI_ALLOW_INSECURE',
    }),
    includeArchived: flag.default(true).meta({
      description: 'Look at archived projects too',
      env: 'AI_CENSUS_OPENAI_INCLUDE_ARCHIVED',
    }),
    usageDays: z.coerce.number().int().min(1).max(180).default(30).meta({
      description: 'How many days back counts as use',
      env: 'AI_CENSUS_OPENAI_USAGE_DAYS',
    }),
  })
  .refine(({ endpoint, allowInsecure }) => allowInsecure || endpoint.startsWith('https:'), {
    path: ['endpoint'],
    error: 'must be https, unless allowInsecure is set',
  })
export type OpenAiConfig = z.infer<typeof OpenAiConfig>
