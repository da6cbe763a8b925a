import { hostSettings, isSafeUrl, NEEDS_TLS, tokenText } from '@ai-census/repositories/hosts'
import { flag, words } from '@ai-census/scanner-kit'
import { z } from 'zod'

const NEEDS_TOKEN = 'a token is needed, in AZURE_DEVOPS_TOKEN'
const NEEDS_ORGANISATION = 'name at least one organisation, in AI_CENSUS_AZURE_DEVOPS_ORGANIZATIONS'

export const AzureDevOpsConfig = z
  .strictObject({
    organizations: words
      .pipe(
        z
          .array(z.string().regex(/^[^/?#\s]+$/, { error: 'an organisation’s name: acme' }))
          .min(1, { error: NEEDS_ORGANISATION }),
      )
      .meta({
        description:
          'Names of the organisations to look at, with commas between them; of Azure DevOps Server, of the collections',
        env: 'AI_CENSUS_AZURE_DEVOPS_ORGANIZATIONS',
      }),
    token: tokenText(NEEDS_TOKEN).meta({
      description: 'A personal access token, read-only, or an access token of Microsoft Entra',
      env: 'AZURE_DEVOPS_TOKEN',
      secret: true,
    }),
    url: z
      .url({ protocol: /^https?$/ })
      .default('https://dev.azure.com')
      .meta({
        description:
          'What stands before the organisation’s name; of Azure DevOps Server https://<host>/<folder>',
        env: 'AI_CENSUS_AZURE_DEVOPS_URL',
      }),
    apiVersion: z
      .string()
      .regex(/^\d\.\d$/, { error: 'a version of the REST API: 7.1' })
      .default('7.1')
      .meta({
        description: 'The version of the REST API: 7.0 for Azure DevOps Server 2022, 6.0 for 2020',
        env: 'AI_CENSUS_AZURE_DEVOPS_API_VERSION',
      }),
    projectSettings: flag.default(true).meta({
      description: 'Look at each project’s variable groups, pipelines and service connections (names only)',
      env: 'AI_CENSUS_AZURE_DEVOPS_PROJECT_SETTINGS',
    }),
    ...withoutArchived(hostSettings('AI_CENSUS_AZURE_DEVOPS', 'each organisation')),
  })
  .refine(({ url, allowInsecure }) => isSafeUrl(url, allowInsecure), { path: ['url'], error: NEEDS_TLS })
  .refine(({ gitUrl, allowInsecure }) => isSafeUrl(gitUrl, allowInsecure), {
    path: ['gitUrl'],
    error: NEEDS_TLS,
  })
export type AzureDevOpsConfig = z.infer<typeof AzureDevOpsConfig>

/** A repository here is disabled or not; none is archived. */
function withoutArchived({ archived, ...settings }: ReturnType<typeof hostSettings>) {
  return settings
}
