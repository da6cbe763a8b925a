/** What to add, and where, so that a scanner may read what it was refused. */

export interface Remedy {
  /** To be pasted as it is; null where nothing is added to a text. */
  line: string | null
  /** Where it goes, or what to do instead. */
  where: string
}

/** Reasons of a refusal that are no permission: what to do about them. */
const reasons: Readonly<Record<string, string>> = {
  credentials: 'The provider does not accept the credentials. Give the scanner new ones.',
  'sso-authorization': 'Authorise the token for the organisation’s single sign-on.',
  installation: 'Install the GitHub App in that organisation.',
  blocked: 'The provider blocks it for legal reasons; nothing can be added.',
}

const scopes: Place = { line: same, where: 'Add it to the scopes of the scanner’s token.' }

interface Place {
  line: (permission: string) => string
  where: string
}

/** By scanner: how a permission is written where it is given. */
const places: Readonly<Record<string, Place>> = {
  aws: {
    line: (permission) => `"${permission}",`,
    where: 'Add it to “Action” of the reader policy (infra/permissions/aws/reader-policies.json).',
  },
  azure: {
    line: (permission) => `"${permission}",`,
    where: 'Add it to “Actions” of the reader role (infra/permissions/azure/reader-role.json).',
  },
  gcp: {
    line: (permission) => `- ${permission}`,
    where: 'Add it to “includedPermissions” of the reader role (infra/permissions/gcp/reader-role.yaml).',
  },
  github: {
    line: (permission) => permission.replace(':', ': '),
    where: 'Add it to the permissions of the GitHub App or of the fine-grained token, and accept it there.',
  },
  gitlab: scopes,
  bitbucket: scopes,
  'azure-devops': scopes,
  openai: { line: same, where: 'Add it to the permissions of the admin key.' },
}

function same(permission: string): string {
  return permission
}

const role = /^role:(.+)$/

export function remedyOf(scanner: string, permission: string): Remedy {
  const said = reasons[permission]
  if (said) return { line: null, where: said }
  const [, name] = role.exec(permission) ?? []
  if (name) return { line: null, where: `Use a token of somebody with the role ${name} there.` }
  const place = places[scanner]
  return place
    ? { line: place.line(permission), where: place.where }
    : { line: permission, where: 'Give it to the scanner’s credentials.' }
}

/** Whether a reason names a permission: those have a colon, a dot or a slash, as no other reason has. */
export const isPermission = (reason: string | undefined): reason is string => /[:./]/.test(reason ?? '')
