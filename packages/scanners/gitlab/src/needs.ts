/** What a request needs to be let in: the scope of the token, and the role of whoever it stands for. */
export interface Need {
  /** The reason in the coverage where GitLab does not say more: `role:maintainer`. */
  readonly permission: string
}

export const needs = {
  group: { permission: 'read_api' },
  projects: { permission: 'read_api' },
  contents: { permission: 'read_repository' },
  projectVariables: { permission: 'role:maintainer' },
  groupVariables: { permission: 'role:owner' },
  duo: { permission: 'role:owner' },
  instance: { permission: 'role:administrator' },
} as const satisfies Record<string, Need>
