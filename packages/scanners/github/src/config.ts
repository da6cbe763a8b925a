import { hostSettings, isSafeUrl, NEEDS_TLS, tokenText } from '@ai-census/repositories/hosts'
import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

const NEEDS_ORGANISATION = 'name at least one organisation, in AI_CENSUS_GITHUB_ORGANIZATIONS'
const NEEDS_ACCESS =
  'a token (GITHUB_TOKEN) or a GitHub App (AI_CENSUS_GITHUB_APP_ID and AI_CENSUS_GITHUB_APP_PRIVATE_KEY) is needed'

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
    token: tokenText(NEEDS_ACCESS).optional().meta({
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
    templates: flag.default(true).meta({
      description: 'Read template repositories too',
      env: 'AI_CENSUS_GITHUB_TEMPLATES',
    }),
    repositorySettings: flag.default(true).meta({
      description:
        'Look at the names of each repository’s secrets and variables, and at what Copilot’s agents have there',
      env: 'AI_CENSUS_GITHUB_REPOSITORY_SETTINGS',
    }),
    codespacesSecrets: flag.default(false).meta({
      description:
        'Look at the names of each repository’s Codespaces secrets; of a fine-grained token this takes a permission to write',
      env: 'AI_CENSUS_GITHUB_CODESPACES_SECRETS',
    }),
    ...hostSettings('AI_CENSUS_GITHUB', 'each organisation'),
  })
  .refine(({ apiUrl, allowInsecure }) => isSafeUrl(apiUrl, allowInsecure), {
    path: ['apiUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ gitUrl, allowInsecure }) => isSafeUrl(gitUrl, allowInsecure), {
    path: ['gitUrl'],
    error: NEEDS_TLS,
  })
  .refine(({ token, appId, appPrivateKey }) => Boolean(token) !== Boolean(appId && appPrivateKey), {
    path: ['token'],
    error: `${NEEDS_ACCESS}, one of the two`,
  })
export type GitHubConfig = z.infer<typeof GitHubConfig>
