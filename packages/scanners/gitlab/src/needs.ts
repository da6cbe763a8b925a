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

const ROLES: Readonly<Record<string, string>> = {
  'role:maintainer': 'the role Maintainer',
  'role:owner': 'the role Owner',
  'role:administrator': 'an administrator',
}

/** `the role Maintainer, and a token with the scope read_api`. */
export function inWords(permission: string): string {
  const role = ROLES[permission]
  return role ? `${role}, and a token with the scope read_api` : `a token with the scope ${permission}`
}
