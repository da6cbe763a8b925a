import { z } from 'zod'

const NEEDS_ORGANISATION = 'name at least one organisation, in AI_CENSUS_GITHUB_ORGANIZATIONS'
const NEEDS_ACCESS =
  'a token (GITHUB_TOKEN) or a GitHub App (AI_CENSUS_GITHUB_APP_ID and AI_CENSUS_GITHUB_APP_PRIVATE_KEY) is needed'

/** From the environment and the command line everything may come as text. */
const flag = z.union([z.boolean(), z.stringbool()])
const words = z.union([
  z.array(z.string().min(1)),
  z
    .string()
    .min(1)
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
])

export const GitHubConfig = z
  .strictObject({
    organizations: words
      .pipe(
        z
          .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, { error: 'an organisation’s login: acme' }))
          .min(1, { error: NEEDS_ORGANISATION }),
      )
      .meta({
        description: 'Logins of the organisations to look at, with commas between them',
        env: 'AI_CENSUS_GITHUB_ORGANIZATIONS',
      }),
    token: z
      .string()
      .trim()
      // A line break in a header is refused by fetch with an error that quotes the header.
      .regex(/^[\x21-\x7e]+$/, { error: NEEDS_ACCESS })
      .optional()
      .meta({
        description: 'A fine-grained or classic personal access token, read-only',
        env: 'GITHUB_TOKEN',
        secret: true,
      }),
    appId: z.coerce.number().int().positive().optional().meta({
      description: 'The id of a GitHub App that is installed in the organisations; instead of a token',
      env: 'AI_CENSUS_GITHUB_APP_ID',
    }),
    appPrivateKey: z
      .string()
      // An environment variable often holds a PEM file with `\n` written out.
      .transform((text) => text.replaceAll('\\n', '\n').trim())
      .pipe(z.string().startsWith('-----BEGIN', { error: 'a private key in PEM form' }))
      .optional()
      .meta({
        description: 'The private key of the GitHub App, PEM',
        env: 'AI_CENSUS_GITHUB_APP_PRIVATE_KEY',
        secret: true,
      }),
    apiUrl: z
      .url({ protocol: /^https?$/ })
      .default('https://api.github.com')
      .meta({
        description: 'The REST API; of GitHub Enterprise Server https://<host>/api/v3',
        env: 'AI_CENSUS_GITHUB_API_URL',
      }),
    gitUrl: z
      .url({ protocol: /^(https?|file)$/ })
      .optional()
      .meta({
        description: 'Where <organisation>/<repository>.git is fetched from; default: the host of the API',
        env: 'AI_CENSUS_GITHUB_GIT_URL',
      }),
    allowInsecure: flag.default(false).meta({
      description: 'Allow an API without TLS; the token then travels in the clear',
      env: 'AI_CENSUS_GITHUB_ALLOW_INSECURE',
    }),
    archived: flag.default(false).meta({
      description: 'Read archived repositories too',
      env: 'AI_CENSUS_GITHUB_ARCHIVED',
    }),
    forks: flag.default(false).meta({ description: 'Read forks too', env: 'AI_CENSUS_GITHUB_FORKS' }),
    templates: flag.default(true).meta({
      description: 'Read template repositories too',
      env: 'AI_CENSUS_GITHUB_TEMPLATES',
    }),
    repositorySettings: flag.default(true).meta({
      description: 'Look at each repository’s Actions secrets, variables and environments (names only)',
      env: 'AI_CENSUS_GITHUB_REPOSITORY_SETTINGS',
    }),
    settingsDays: z.coerce.number().int().min(0).max(365).default(7).meta({
      description: 'Look at the settings of a repository that nobody pushed to after so many days again',
      env: 'AI_CENSUS_GITHUB_SETTINGS_DAYS',
    }),
    sample: z.coerce.number().int().min(0).optional().meta({
      description: 'Look at this many repositories of each organisation and no more, to try settings out',
      env: 'AI_CENSUS_GITHUB_SAMPLE',
    }),
    maxWaitSeconds: z.coerce.number().int().min(0).max(86_400).default(3700).meta({
      description: 'Wait no longer than this for GitHub’s rate limit, which is renewed each hour',
      env: 'AI_CENSUS_GITHUB_MAX_WAIT_SECONDS',
    }),
    maxFileBytes: z.coerce
      .number()
      .int()
      .min(65_536)
      .max(256 * 2 ** 20)
      .default(16 * 2 ** 20)
      .meta({
        description: 'A text file with more bytes than this is not read, and reported as unknown',
        env: 'AI_CENSUS_GITHUB_MAX_FILE_BYTES',
      }),
    cacheFolder: z.string().min(1).optional().meta({
      description: 'Where the state of repositories is kept between scans; without it all are read anew',
      env: 'AI_CENSUS_GITHUB_CACHE_FOLDER',
    }),
    workers: z.coerce.number().int().min(0).max(256).optional().meta({
      description: 'Threads that analyse files; 0 for none. Default: one a core, where there is enough to do',
      env: 'AI_CENSUS_GITHUB_WORKERS',
    }),
    include: words
      .optional()
      .meta({ description: 'Read only these paths (as in .gitignore)', env: 'AI_CENSUS_GITHUB_INCLUDE' }),
    exclude: words
      .optional()
      .meta({ description: 'Leave out these paths (as in .gitignore)', env: 'AI_CENSUS_GITHUB_EXCLUDE' }),
  })
  .refine(({ apiUrl, allowInsecure }) => allowInsecure || apiUrl.startsWith('https:'), {
    path: ['apiUrl'],
    error: 'must be https, unless allowInsecure is set',
  })
  .refine(({ gitUrl, allowInsecure }) => allowInsecure || !gitUrl?.startsWith('http:'), {
    path: ['gitUrl'],
    error: 'must be https, unless allowInsecure is set',
  })
  .refine(({ token, appId, appPrivateKey }) => Boolean(token) !== Boolean(appId && appPrivateKey), {
    path: ['token'],
    error: `${NEEDS_ACCESS}, one of the two`,
  })
export type GitHubConfig = z.infer<typeof GitHubConfig>
