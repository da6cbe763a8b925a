import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'
import { clouds } from './clouds.ts'

const subscriptionId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: 'a subscription’s id (a GUID)' })
  .transform((id) => id.toLowerCase())

export const AzureConfig = z
  .strictObject({
    managementGroup: z
      .string()
      .regex(/^[\w().-]{1,90}$/, { error: 'the id of a management group' })
      .optional()
      .meta({
        description: 'Look at every subscription below this management group',
        env: 'AI_CENSUS_AZURE_MANAGEMENT_GROUP',
      }),
    subscriptions: words.pipe(z.array(subscriptionId)).optional().meta({
      description: 'Only these subscriptions (ids, with commas between them); default: all that can be seen',
      env: 'AI_CENSUS_AZURE_SUBSCRIPTIONS',
    }),
    services: words
      .transform((names) => names.map((name) => name.toLowerCase()))
      .optional()
      .meta({
        description: 'Only these services of the table (microsoft.cognitiveservices, …); default: all',
        env: 'AI_CENSUS_AZURE_SERVICES',
      }),
    cloud: z.enum(clouds).default('public').meta({
      description: 'public, usgovernment or china',
      env: 'AI_CENSUS_AZURE_CLOUD',
    }),
    endpoint: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({
        description: 'Where Resource Manager is, instead of the cloud’s own: a private cloud, an emulator',
        env: 'AI_CENSUS_AZURE_ENDPOINT',
      }),
    foundryEndpoint: z
      .string()
      .regex(/^https?:\/\/[^\s?#]+$/, { error: 'an address that begins with https://' })
      .optional()
      .meta({
        description:
          'Where the projects of AI Foundry are asked, instead of the accounts’ own hosts; {account} in it is replaced by the account. Default: endpoint, where that is set',
        env: 'AI_CENSUS_AZURE_FOUNDRY_ENDPOINT',
      }),
    allowInsecure: flag.default(false).meta({
      description: 'Allow an endpoint without TLS; no credentials but `token` are ever sent to one',
      env: 'AI_CENSUS_AZURE_ALLOW_INSECURE',
    }),
    credential: z.enum(['default', 'none']).default('default').meta({
      description: 'default: DefaultAzureCredential, or `token`; none: requests without credentials',
      env: 'AI_CENSUS_AZURE_CREDENTIAL',
    }),
    token: z
      .string()
      .trim()
      // A line break in a header is refused by fetch with an error that quotes the header.
      .regex(/^[\x21-\x7e]+$/, { error: 'an access token has no spaces or line breaks' })
      .optional()
      .meta({
        description: 'An access token for Resource Manager to use as it is, for emulators and pipelines',
        env: 'AI_CENSUS_AZURE_TOKEN',
        secret: true,
      }),
    usageDays: z.coerce.number().int().min(1).max(90).default(30).meta({
      description: 'How many days back counts as use (metrics are kept for 93)',
      env: 'AI_CENSUS_AZURE_USAGE_DAYS',
    }),
    jobPages: z.coerce.number().int().min(0).max(10_000).default(40).meta({
      description: 'Pages of jobs that are read of each Machine Learning workspace',
      env: 'AI_CENSUS_AZURE_JOB_PAGES',
    }),
    costs: flag.default(true).meta({
      description: 'Ask Cost Management, which lets few requests through',
      env: 'AI_CENSUS_AZURE_COSTS',
    }),
    cacheFolder: z.string().min(1).optional().meta({
      description: 'Where finished parts of a scan that was stopped are kept, to go on from there',
      env: 'AI_CENSUS_AZURE_CACHE_FOLDER',
    }),
    resumeHours: z.coerce.number().min(0).max(48).default(6).meta({
      description: 'A scan that was stopped longer ago than this is begun anew',
      env: 'AI_CENSUS_AZURE_RESUME_HOURS',
    }),
  })
  .refine(
    ({ endpoint, foundryEndpoint, allowInsecure }) =>
      allowInsecure || ![endpoint, foundryEndpoint].some((one) => one?.startsWith('http:')),
    { path: ['endpoint'], error: 'must be https, unless allowInsecure is set' },
  )
export type AzureConfig = z.infer<typeof AzureConfig>
