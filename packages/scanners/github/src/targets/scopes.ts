import type { Scope } from '@ai-census/schema'

/** What an organisation has beside its repositories, each with a coverage of its own. */
export const organisationScopes = {
  copilot: 'Copilot',
  'coding-agent': 'Copilot coding agent',
  apps: 'GitHub Apps',
  secrets: 'Actions secrets',
  variables: 'Actions variables',
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
