import { hostSettings, isSafeUrl, NEEDS_TLS, tokenText } from '@ai-census/repositories/hosts'
import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

const NEEDS_TOKEN = 'a token is needed, in GITLAB_TOKEN'
const NEEDS_PLACE =
  'name at least one group, in AI_CENSUS_GITLAB_GROUPS, or set instance for all groups of a GitLab of your own'

export const GitLabConfig = z
  .strictObject({
    groups: words
      .pipe(
        z.array(z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/, { error: 'a group’s full path: acme, acme/care' })),
      )
      .default([])
      .meta({
        description:
          'Full paths of the groups to look at, with commas between them; their subgroups belong to them',
        env: 'AI_CENSUS_GITLAB_GROUPS',
      }),
    instance: flag.default(false).meta({
      description:
        'Look at what belongs to the whole GitLab too (needs an administrator), and at all its groups where none is named',
      env: 'AI_CENSUS_GITLAB_INSTANCE',
    }),
    token: tokenText(NEEDS_TOKEN).meta({
      description: 'A personal, group or project access token with read_api and read_repository',
      env: 'GITLAB_TOKEN',
      secret: true,
    }),
    url: z
      .url({ protocol: /^https?$/ })
      .default('https://gitlab.com')
      .meta({
        description: 'Where GitLab is; the APIs are below it',
        env: 'AI_CENSUS_GITLAB_URL',
      }),
    variables: flag.default(true).meta({
      description: 'Look at each project’s CI/CD variables (names only)',
      env: 'AI_CENSUS_GITLAB_VARIABLES',
    }),
    ...hostSettings('AI_CENSUS_GITLAB', 'each group'),
  })
  .refine(({ url, allowInsecure }) => isSafeUrl(url, allowInsecure), { path: ['url'], error: NEEDS_TLS })
  .refine(({ gitUrl, allowInsecure }) => isSafeUrl(gitUrl, allowInsecure), {
    path: ['gitUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ url, instance }) => !instance || new URL(url).host !== 'gitlab.com', {
    path: ['instance'],
    error: 'GitLab.com belongs to GitLab: name groups there',
  })
  .refine(({ groups, instance }) => groups.length > 0 || instance, { path: ['groups'], error: NEEDS_PLACE })
export type GitLabConfig = z.infer<typeof GitLabConfig>
