import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

const address = z.string().regex(/^https?:\/\/[^\s?#]+$/, { error: 'an address that begins with https://' })
/** `aiplatform=http://127.0.0.1:9000,run=…`, or an object. */
const addresses = z.union([
  z.record(z.string(), address),
  z
    .string()
    .regex(/^[a-z]+=[^,]+(,[a-z]+=[^,]+)*$/, { error: 'service=address, with commas between them' })
    .transform((text) =>
      Object.fromEntries(
        text.split(',').map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
      ),
    )
    .pipe(z.record(z.string(), address)),
])
const project = z.string().regex(/^(\d+|[a-z][a-z0-9.:-]{4,62})$/, { error: 'the id or number of a project' })

export const GcpConfig = z
  .strictObject({
    organization: z.string().regex(/^\d+$/, { error: 'the number of an organisation' }).optional().meta({
      description: 'Look at every project of this organisation, through its folders',
      env: 'AI_CENSUS_GCP_ORGANIZATION',
    }),
    projects: words.pipe(z.array(project)).optional().meta({
      description:
        'Only these projects (ids or numbers, with commas between them); default: all that are shown',
      env: 'AI_CENSUS_GCP_PROJECTS',
    }),
    locations: words
      .pipe(z.array(z.string().regex(/^[a-z0-9-]+$/)))
      .optional()
      .meta({
        description: 'Only these locations; default: all that a service has',
        env: 'AI_CENSUS_GCP_LOCATIONS',
      }),
    services: words.optional().meta({
      description: 'Only these services of the table (aiplatform, run, …); default: all',
      env: 'AI_CENSUS_GCP_SERVICES',
    }),
    usageDays: z.coerce.number().int().min(1).max(90).default(30).meta({
      description: 'How many days back counts as use',
      env: 'AI_CENSUS_GCP_USAGE_DAYS',
    }),
    endpoint: address.optional().meta({
      description:
        'One address for all services: an emulator, a private gateway. {service} in it is replaced by aiplatform, run and so on, {location} by the location',
      env: 'AI_CENSUS_GCP_ENDPOINT',
    }),
    endpoints: addresses.optional().meta({
      description: 'Addresses of single services: aiplatform=https://…,run=https://…',
      env: 'AI_CENSUS_GCP_ENDPOINTS',
    }),
    allowInsecure: flag.default(false).meta({
      description: 'Allow addresses without TLS',
      env: 'AI_CENSUS_GCP_ALLOW_INSECURE',
    }),
    credentials: z.enum(['default', 'none']).optional().meta({
      description:
        'default: application default credentials; none: send none (emulators). An address without TLS gets none unless this says default',
      env: 'AI_CENSUS_GCP_CREDENTIALS',
    }),
    token: z
      .string()
      .trim()
      // A line break in a header is refused by fetch with an error that quotes the header.
      .regex(/^[\x21-\x7e]+$/, { error: 'an access token has no spaces or line breaks' })
      .optional()
      .meta({
        description: 'An access token to use as it is, for emulators and pipelines',
        env: 'AI_CENSUS_GCP_TOKEN',
        secret: true,
      }),
    billingTable: z
      .string()
      .regex(/^[a-z][a-z0-9.:-]{4,62}\.\w{1,300}\.[\w-]{1,300}$/, { error: 'project.dataset.table' })
      .optional()
      .meta({
        description:
          'The BigQuery table that Cloud Billing is exported to; its AI lines are read in one query',
        env: 'AI_CENSUS_GCP_BILLING_TABLE',
      }),
    billingGigabytes: z.coerce.number().int().min(1).max(100_000).default(50).meta({
      description: 'What that query may read at most, since BigQuery bills by it; more is refused',
      env: 'AI_CENSUS_GCP_BILLING_GIGABYTES',
    }),
    auditPages: z.coerce.number().int().min(0).max(10_000).default(20).meta({
      description: 'Pages of a thousand entries that are read of each project’s Data Access log; 0: none',
      env: 'AI_CENSUS_GCP_AUDIT_PAGES',
    }),
    modelGarden: flag.default(true).meta({
      description: 'List which publishers’ models Model Garden offers',
      env: 'AI_CENSUS_GCP_MODEL_GARDEN',
    }),
    universeDomain: z
      .string()
      .regex(/^[a-z0-9.-]+$/)
      .default('googleapis.com')
      .meta({
        description: 'The domain of the services, for sovereign clouds',
        env: 'GOOGLE_CLOUD_UNIVERSE_DOMAIN',
      }),
    cacheFolder: z.string().min(1).optional().meta({
      description: 'Where finished parts of a scan that was stopped are kept, to go on from there',
      env: 'AI_CENSUS_GCP_CACHE_FOLDER',
    }),
    resumeHours: z.coerce.number().min(0).max(48).default(6).meta({
      description: 'A scan that was stopped longer ago than this is begun anew',
      env: 'AI_CENSUS_GCP_RESUME_HOURS',
    }),
  })
  .refine(
    ({ endpoint, endpoints, allowInsecure }) =>
      allowInsecure ||
      [endpoint, ...Object.values(endpoints ?? {})].every((one) => !one || one.startsWith('https:')),
    { path: ['endpoint'], error: 'must be https, unless allowInsecure is set' },
  )
export type GcpConfig = z.infer<typeof GcpConfig>
