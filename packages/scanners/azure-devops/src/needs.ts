/** What a request needs to be let in, by the names of the scopes that a token is made with. */
export interface Need {
  /** As the documentation of the endpoint names it: `vso.code`. */
  readonly permission: string
}

export const needs = {
  projects: { permission: 'vso.project' },
  code: { permission: 'vso.code' },
  variableGroups: { permission: 'vso.variablegroups_read' },
  pipelines: { permission: 'vso.build' },
  serviceConnections: { permission: 'vso.serviceendpoint' },
  extensions: { permission: 'vso.extension' },
} as const satisfies Record<string, Need>

/** The same in the words of the page where people make a token. */
const TITLES: Readonly<Record<string, string>> = {
  'vso.project': 'Project and Team (Read)',
  'vso.code': 'Code (Read)',
  'vso.variablegroups_read': 'Variable Groups (Read)',
  'vso.build': 'Build (Read)',
  'vso.serviceendpoint': 'Service Connections (Read)',
  'vso.extension': 'Extensions (Read)',
}

/** `a token with vso.code, Code (Read)`. */
export const inWords = (permission: string): string =>
  [`a token with ${permission}`, ...(TITLES[permission] ? [TITLES[permission]] : [])].join(', ')
