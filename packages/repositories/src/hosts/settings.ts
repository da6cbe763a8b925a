import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

/** A token: a line break in a header would be refused by fetch with an error that quotes the header. */
export const tokenText = (needed: string) =>
  z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, { error: needed })

/** Neither may credentials travel in the clear unless somebody said so. */
export const isSafeUrl = (url: string | undefined, allowInsecure: boolean): boolean =>
  allowInsecure || !url?.startsWith('http:')

export const NEEDS_TLS = 'must be https, unless allowInsecure is set'

/**
 * The settings that all scanners of code hosts have, with the names of their environment variables.
 *
 * @param prefix `AI_CENSUS_GITLAB`
 * @param within what a sample is taken of: `each group`
 */
export const hostSettings = (prefix: string, within: string) => ({
  gitUrl: z
    .url({ protocol: /^(https?|file)$/ })
    .optional()
    .meta({
      description: 'Where repositories are fetched from by their paths; default: the host that names them',
      env: `${prefix}_GIT_URL`,
    }),
  allowInsecure: flag.default(false).meta({
    description: 'Allow an API without TLS; the token then travels in the clear',
    env: `${prefix}_ALLOW_INSECURE`,
  }),
  archived: flag.default(false).meta({
    description: 'Read archived repositories too',
    env: `${prefix}_ARCHIVED`,
  }),
  forks: flag.default(false).meta({ description: 'Read forks too', env: `${prefix}_FORKS` }),
  settingsDays: z.coerce
    .number()
    .int()
    .min(0)
    .max(365)
    .default(7)
    .meta({
      description: 'Look at what changes without a push (names of variables) after so many days again',
      env: `${prefix}_SETTINGS_DAYS`,
    }),
  sample: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({
      description: `Look at this many repositories of ${within} and no more, to try settings out`,
      env: `${prefix}_SAMPLE`,
    }),
  maxWaitSeconds: z.coerce
    .number()
    .int()
    .min(0)
    .max(86_400)
    .default(3700)
    .meta({
      description: 'Wait no longer than this for the host’s rate limit',
      env: `${prefix}_MAX_WAIT_SECONDS`,
    }),
  maxFileBytes: z.coerce
    .number()
    .int()
    .min(65_536)
    .max(256 * 2 ** 20)
    .default(16 * 2 ** 20)
    .meta({
      description: 'A text file with more bytes than this is not read, and reported as unknown',
      env: `${prefix}_MAX_FILE_BYTES`,
    }),
  cacheFolder: z
    .string()
    .min(1)
    .optional()
    .meta({
      description: 'Where the state of repositories is kept between scans; without it all are read anew',
      env: `${prefix}_CACHE_FOLDER`,
    }),
  workers: z.coerce
    .number()
    .int()
    .min(0)
    .max(256)
    .optional()
    .meta({
      description: 'Threads that analyse files; 0 for none. Default: one a core, where there is enough to do',
      env: `${prefix}_WORKERS`,
    }),
  include: words
    .optional()
    .meta({ description: 'Read only these paths (as in .gitignore)', env: `${prefix}_INCLUDE` }),
  exclude: words
    .optional()
    .meta({ description: 'Leave out these paths (as in .gitignore)', env: `${prefix}_EXCLUDE` }),
})
