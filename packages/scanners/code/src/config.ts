import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

export const CodeConfig = z.strictObject({
  paths: z
    .array(z.string().min(1))
    .min(1, { error: 'name at least one folder, bare repository or git URL' })
    .describe('Folders, bare repositories, or git URLs (https, ssh, git, file, or git@host:path)'),
  ref: z
    .string()
    .regex(/^[^-\s][^\s]*$/, { error: 'a branch, tag or commit' })
    .optional()
    .meta({
      description: 'Read this branch, tag or commit instead of the working tree or the default branch',
      env: 'AI_CENSUS_CODE_REF',
    }),
  gitignore: flag
    .default(true)
    .meta({ description: 'Leave out what .gitignore names', env: 'AI_CENSUS_CODE_GITIGNORE' }),
  history: z.enum(['off', 'auto', 'all']).default('auto').meta({
    description:
      'Say with which commit each finding came: `auto` from about 50,000 commits or 512 MiB back, `all` from the first',
    env: 'AI_CENSUS_CODE_HISTORY',
  }),
  authors: flag
    .default(true)
    .meta({ description: "Name that commit's author (never the address)", env: 'AI_CENSUS_CODE_AUTHORS' }),
  maxFileBytes: z.coerce
    .number()
    .int()
    .min(65_536)
    .max(256 * 2 ** 20)
    .default(16 * 2 ** 20)
    .meta({
      description: 'A text file with more bytes than this is not read, and reported as unknown',
      env: 'AI_CENSUS_CODE_MAX_FILE_BYTES',
    }),
  cacheFolder: z.string().min(1).optional().meta({
    description: 'Where results of unchanged files are kept between scans; without it nothing is kept',
    env: 'AI_CENSUS_CODE_CACHE_FOLDER',
  }),
  workers: z.coerce.number().int().min(0).max(256).optional().meta({
    description: 'Threads that analyse files; 0 for none. Default: one a core, where there is enough to do',
    env: 'AI_CENSUS_CODE_WORKERS',
  }),
  include: words
    .optional()
    .meta({ description: 'Read only these paths (as in .gitignore)', env: 'AI_CENSUS_CODE_INCLUDE' }),
  explain: flag
    .default(false)
    .meta({ description: 'Say of each finding what every sign proves, and what was set aside' }),
  exclude: words
    .optional()
    .meta({ description: 'Leave out these paths (as in .gitignore)', env: 'AI_CENSUS_CODE_EXCLUDE' }),
})
export type CodeConfig = z.infer<typeof CodeConfig>
