/** What a request needs to be let in, by the name of an API token's scope, and of an access token's. */
export interface Need {
  readonly permission: string
}

export const needs = {
  repositories: { permission: 'read:repository:bitbucket' },
  variables: { permission: 'read:pipeline:bitbucket' },
  dataCenter: { permission: 'REPO_READ' },
} as const satisfies Record<string, Need>

/** `a token with read:pipeline:bitbucket`. */
export const inWords = (permission: string): string => `a token with ${permission}`
