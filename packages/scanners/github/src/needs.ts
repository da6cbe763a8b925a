/** What a request needs to be let in, by GitHub's own names. */
export interface Need {
  /** As GitHub names it in `X-Accepted-GitHub-Permissions`, with a colon: `organization_secrets:read`. */
  readonly permission: string
  /** The scope of a classic token that does the same. */
  readonly classic: string
}

export const needs = {
  metadata: { permission: 'metadata:read', classic: 'repo' },
  contents: { permission: 'contents:read', classic: 'repo' },
  copilot: {
    permission: 'organization_copilot_seat_management:read',
    classic: 'manage_billing:copilot or read:org of an organisation owner',
  },
  codingAgent: { permission: 'organization_copilot_agent_settings:read', classic: 'admin:org' },
  installations: { permission: 'organization_administration:read', classic: 'admin:read of an owner' },
  organisationSecrets: { permission: 'organization_secrets:read', classic: 'admin:org' },
  organisationVariables: { permission: 'organization_actions_variables:read', classic: 'admin:org' },
  dependabotSecrets: { permission: 'organization_dependabot_secrets:read', classic: 'admin:org' },
  codespacesSecrets: { permission: 'organization_codespaces_secrets:read', classic: 'admin:org' },
  agentSecrets: { permission: 'organization_agent_secrets:read', classic: 'admin:org' },
  agentVariables: { permission: 'organization_agent_variables:read', classic: 'admin:org' },
  spaces: { permission: 'organization_copilot_spaces:read', classic: 'read:org' },
  contentExclusion: {
    permission: 'org_copilot_content_exclusion:read',
    classic: 'copilot or read:org of an organisation owner',
  },
  bill: {
    permission: 'organization_administration:read',
    classic: 'any, of an organisation owner or billing manager',
  },
  secrets: { permission: 'secrets:read', classic: 'repo of a collaborator' },
  variables: { permission: 'actions_variables:read', classic: 'repo of a collaborator' },
  environments: { permission: 'actions:read', classic: 'repo' },
  environmentSecrets: { permission: 'environments:read', classic: 'repo of a collaborator' },
  repositoryDependabotSecrets: { permission: 'dependabot_secrets:read', classic: 'repo of a collaborator' },
  // GitHub lets nobody list these with less; a classic token reads them with what it has.
  repositoryCodespacesSecrets: { permission: 'codespaces_secrets:write', classic: 'repo of a collaborator' },
  repositoryAgentSecrets: { permission: 'agent_secrets:read', classic: 'repo of a collaborator' },
  repositoryAgentVariables: { permission: 'agent_variables:read', classic: 'repo of a collaborator' },
  agentConfiguration: { permission: 'copilot_agent_settings:read', classic: 'repo' },
  agentTasks: { permission: 'agent_tasks:read', classic: 'repo' },
} as const satisfies Record<string, Need>
