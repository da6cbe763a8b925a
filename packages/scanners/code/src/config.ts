import { z } from 'zod'

export const CodeConfig = z.strictObject({
  paths: z
    .array(z.string().min(1))
    .min(1)
    .describe('Folders, bare repositories, or git URLs (https, ssh, git, file, or git@host:path)'),
  ref: z
    .string()
    .regex(/^[^-\s][^\s]*$/, 'a branch, tag or commit')
    .optional()
    .describe('Read this branch, tag or commit instead of the working tree or the default branch'),
  gitignore: z.boolean().default(true).describe('Leave out what .gitignore names'),
  maxFileBytes: z
    .int()
    .min(65_536)
    .max(256 * 2 ** 20)
    .default(16 * 2 ** 20)
    .describe('A text file with more bytes than this is not read, and reported as unknown'),
  cacheFolder: z
    .string()
    .min(1)
    .optional()
    .describe('Where results of unchanged files are kept between scans; none without it'),
  workers: z
    .int()
    .min(0)
    .max(256)
    .optional()
    .describe('Threads that analyse files; 0 for none. Default: one a core, where there is enough to do'),
  include: z.array(z.string().min(1)).optional().describe('Read only these paths (as in .gitignore)'),
  exclude: z.array(z.string().min(1)).optional().describe('Leave out these paths (as in .gitignore)'),
})
export type CodeConfig = z.infer<typeof CodeConfig>
