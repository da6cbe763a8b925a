import type { Scope } from '@ai-census/schema'
import type { OrganisationStore } from './stores.ts'

const storeTitles = {
  secrets: 'Actions secrets',
  variables: 'Actions variables',
  'dependabot-secrets': 'Dependabot secrets',
  'codespaces-secrets': 'Codespaces secrets',
  'agent-secrets': 'secrets of Copilot’s agents',
  'agent-variables': 'variables of Copilot’s agents',
} as const satisfies Record<OrganisationStore, string>

/** What an organisation has beside its repositories, each with a coverage of its own. */
export const organisationScopes = {
  copilot: 'Copilot',
  'copilot-spaces': 'Copilot Spaces',
  'content-exclusion': 'content that Copilot may not read',
  'coding-agent': 'Copilot coding agent',
  'ai-bill': 'AI in the bill',
  apps: 'GitHub Apps',
  ...storeTitles,
} as const
export type OrganisationScope = keyof typeof organisationScopes

export const organisationScope = (
  source: string,
  login: string,
  what: OrganisationScope,
  url: string,
): Scope => ({
  key: `${source}/${what}`,
  title: `${login}: ${organisationScopes[what]}`,
  source,
  url,
})
