import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'
import { partitions } from './partitions.ts'

const accountId = z.string().regex(/^\d{12}$/, { error: 'an account’s id: twelve digits' })

export const AwsConfig = z.strictObject({
  organization: flag.default(false).meta({
    description: 'Look at every account of the organisation, by assuming the role in each',
    env: 'AI_CENSUS_AWS_ORGANIZATION',
  }),
  accounts: words.pipe(z.array(accountId)).optional().meta({
    description: 'Only these accounts (ids, with commas between them); default: the caller’s own, or all',
    env: 'AI_CENSUS_AWS_ACCOUNTS',
  }),
  roleName: z
    .string()
    .regex(/^[\w+=,.@/-]{1,512}$/, { error: 'the name of a role, with its path where it has one' })
    .default('AiCensusReader')
    .meta({ description: 'The role that is assumed in other accounts', env: 'AI_CENSUS_AWS_ROLE_NAME' }),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/)
    .optional()
    .meta({ description: 'The external id that the roles ask for', env: 'AI_CENSUS_AWS_EXTERNAL_ID' }),
  regions: words
    .pipe(z.array(z.string().regex(/^[a-z0-9-]+$/)))
    .optional()
    .meta({
      description: 'Only these regions; default: all that an account has enabled',
      env: 'AI_CENSUS_AWS_REGIONS',
    }),
  services: words.optional().meta({
    description: 'Only these services of the table (bedrock, sagemaker, …); default: all',
    env: 'AI_CENSUS_AWS_SERVICES',
  }),
  partition: z.enum(partitions).default('aws').meta({
    description: 'aws, aws-us-gov or aws-cn',
    env: 'AI_CENSUS_AWS_PARTITION',
  }),
  usageDays: z.coerce.number().int().min(1).max(90).default(30).meta({
    description: 'How many days back counts as use',
    env: 'AI_CENSUS_AWS_USAGE_DAYS',
  }),
  eventPages: z.coerce.number().int().min(0).max(10_000).default(40).meta({
    description: 'Pages of CloudTrail events (50 events each) that are read of each operation in each region',
    env: 'AI_CENSUS_AWS_EVENT_PAGES',
  }),
  costs: flag.default(true).meta({
    description: 'Ask Cost Explorer, which costs 0.01 USD a request: one or two an account',
    env: 'AI_CENSUS_AWS_COSTS',
  }),
  cacheFolder: z.string().min(1).optional().meta({
    description: 'Where finished parts of a scan that was stopped are kept, to go on from there',
    env: 'AI_CENSUS_AWS_CACHE_FOLDER',
  }),
  resumeHours: z.coerce.number().min(0).max(48).default(6).meta({
    description: 'A scan that was stopped longer ago than this is begun anew',
    env: 'AI_CENSUS_AWS_RESUME_HOURS',
  }),
})
export type AwsConfig = z.infer<typeof AwsConfig>
