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
  secrets: { permission: 'secrets:read', classic: 'repo of a collaborator' },
  variables: { permission: 'actions_variables:read', classic: 'repo of a collaborator' },
  environments: { permission: 'actions:read', classic: 'repo' },
  environmentSecrets: { permission: 'environments:read', classic: 'repo of a collaborator' },
} as const satisfies Record<string, Need>
