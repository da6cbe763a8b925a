import { hostSettings, isSafeUrl, NEEDS_TLS, tokenText } from '@ai-census/repositories/hosts'
import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

const NEEDS_TOKEN = 'a token is needed, in BITBUCKET_TOKEN'
const NEEDS_PLACE =
  'name at least one workspace, in AI_CENSUS_BITBUCKET_WORKSPACES, or a Bitbucket Data Center, in AI_CENSUS_BITBUCKET_DATA_CENTER_URL'

export const BitbucketConfig = z
  .strictObject({
    workspaces: words
      .pipe(z.array(z.string().regex(/^[\w{}-]+$/, { error: 'a workspace’s id: acme' })))
      .default([])
      .meta({
        description: 'Ids of the workspaces of Bitbucket Cloud to look at, with commas between them',
        env: 'AI_CENSUS_BITBUCKET_WORKSPACES',
      }),
    dataCenterUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .meta({
        description: 'Where a Bitbucket Data Center is, to look at it instead of Bitbucket Cloud',
        env: 'AI_CENSUS_BITBUCKET_DATA_CENTER_URL',
      }),
    projects: words
      .pipe(z.array(z.string().regex(/^[\w.~-]+$/, { error: 'a project’s key: SHOP' })))
      .default([])
      .meta({
        description: 'Keys of the projects of the Data Center to look at; default: all',
        env: 'AI_CENSUS_BITBUCKET_PROJECTS',
      }),
    token: tokenText(NEEDS_TOKEN).meta({
      description:
        'An access token of a workspace, project or person, read-only; or an API token, with the user name',
      env: 'BITBUCKET_TOKEN',
      secret: true,
    }),
    username: z
      .string()
      .regex(/^[^:\s]+$/, { error: 'the e-mail address of an Atlassian account, or a user’s name' })
      .optional()
      .meta({
        description:
          'Whose API token it is: the e-mail address of the Atlassian account; not for access tokens',
        env: 'BITBUCKET_USERNAME',
      }),
    apiUrl: z
      .url({ protocol: /^https?$/ })
      .default('https://api.bitbucket.org/2.0')
      .meta({ description: 'The API of Bitbucket Cloud', env: 'AI_CENSUS_BITBUCKET_API_URL' }),
    requestsPerHour: z.coerce.number().int().min(60).max(100_000).default(1000).meta({
      description: 'What Bitbucket Cloud grants; large workspaces have more',
      env: 'AI_CENSUS_BITBUCKET_REQUESTS_PER_HOUR',
    }),
    variables: flag.default(true).meta({
      description: 'Look at each repository’s pipeline variables and deployment environments (names only)',
      env: 'AI_CENSUS_BITBUCKET_VARIABLES',
    }),
    ...hostSettings('AI_CENSUS_BITBUCKET', 'each workspace or project'),
  })
  .refine(({ apiUrl, allowInsecure }) => isSafeUrl(apiUrl, allowInsecure), {
    path: ['apiUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ dataCenterUrl, allowInsecure }) => isSafeUrl(dataCenterUrl, allowInsecure), {
    path: ['dataCenterUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ gitUrl, allowInsecure }) => isSafeUrl(gitUrl, allowInsecure), {
    path: ['gitUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ workspaces, dataCenterUrl }) => workspaces.length > 0 !== Boolean(dataCenterUrl), {
    path: ['workspaces'],
    error: `${NEEDS_PLACE}, one of the two`,
  })
export type BitbucketConfig = z.infer<typeof BitbucketConfig>
