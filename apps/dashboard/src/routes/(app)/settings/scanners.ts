/** What each scanner needs to report here: the same commands as in the product's README. */
export interface ScannerGuide {
  id: string
  label: string
  reads: string
  /** The source that its token must cover. */
  covers: string
  /** Variables that hold its own credentials; their values come from wherever secrets are kept. */
  secrets: readonly string[]
  /** Arguments of `ai-census check`; null where there is nothing to ask. */
  check: string | null
  /** Arguments of `ai-census scan`. */
  scan: string
  /** What to replace in the commands. */
  replace: string
}

export const guides: readonly ScannerGuide[] = [
  {
    id: 'github',
    label: 'GitHub',
    reads: 'Repositories of an organisation, Copilot, installed apps, and the names of Actions secrets',
    covers: 'github:*',
    secrets: ['GITHUB_TOKEN'],
    check: 'check github --set organizations=acme',
    scan: 'scan --scanner github --set organizations=acme',
    replace: 'acme: your organisation’s login',
  },
  {
    id: 'gitlab',
    label: 'GitLab',
    reads: 'Projects of a group, Duo’s seats and models, and the names of variables',
    covers: 'gitlab:*',
    secrets: ['GITLAB_TOKEN'],
    check: 'check gitlab --set groups=acme',
    scan: 'scan --scanner gitlab --set groups=acme',
    replace: 'acme: your group; your own server: --set url=https://git.acme.example',
  },
  {
    id: 'azure-devops',
    label: 'Azure DevOps',
    reads: 'Repositories of an organisation, service connections and extensions',
    covers: 'azure-devops:*',
    secrets: ['AZURE_DEVOPS_TOKEN'],
    check: 'check azure-devops --set organizations=acme',
    scan: 'scan --scanner azure-devops --set organizations=acme',
    replace: 'acme: your organisation',
  },
  {
    id: 'bitbucket',
    label: 'Bitbucket',
    reads: 'Repositories of a workspace, and the names of pipeline variables',
    covers: 'bitbucket:*',
    secrets: ['BITBUCKET_TOKEN'],
    check: 'check bitbucket --set workspaces=acme',
    scan: 'scan --scanner bitbucket --set workspaces=acme',
    replace: 'acme: your workspace',
  },
  {
    id: 'aws',
    label: 'AWS',
    reads: 'One account or a whole organisation, with the credentials of AWS’s own tools',
    covers: 'aws:*',
    secrets: [],
    check: 'check aws --set organization=true --set roleName=AiCensusReader',
    scan: 'scan --scanner aws --set organization=true --set roleName=AiCensusReader',
    replace:
      'AiCensusReader: the name of the role that infra/terraform/aws or infra/cloudformation/aws makes; for one account leave both settings out',
  },
  {
    id: 'azure',
    label: 'Azure',
    reads: 'Subscriptions of a management group, with the credentials of Azure’s own tools',
    covers: 'azure:*',
    secrets: [],
    check: 'check azure --set managementGroup=acme',
    scan: 'scan --scanner azure --set managementGroup=acme',
    replace: 'acme: your management group; the role is in infra/terraform/azure or infra/bicep/azure',
  },
  {
    id: 'gcp',
    label: 'Google Cloud',
    reads: 'Projects of an organisation, with the credentials of Google’s own tools',
    covers: 'gcp:*',
    secrets: [],
    check: 'check gcp --set organization=123456789012',
    scan: 'scan --scanner gcp --set organization=123456789012',
    replace: '123456789012: your organisation’s number; the role is in infra/terraform/gcp',
  },
  {
    id: 'openai',
    label: 'OpenAI',
    reads: 'Projects, keys, models and use of an organisation, by an admin key that may only read',
    covers: 'openai:*',
    secrets: ['OPENAI_ADMIN_KEY'],
    check: 'check openai',
    scan: 'scan --scanner openai',
    replace: '',
  },
  {
    id: 'code',
    label: 'Folders and git URLs',
    reads: 'Repositories wherever they are cloned; in a pipeline, the one that is checked out',
    covers: 'code:*',
    secrets: [],
    check: null,
    scan: 'scan /srv/repositories',
    replace: '/srv/repositories: a folder of clones, or git URLs',
  },
]

export const guideOf = (id: string | null | undefined): ScannerGuide | undefined =>
  guides.find((guide) => guide.id === id)

/** A placeholder where a secret's value belongs; no page ever shows one. */
export const placeholder = '…'

const assignments = (secrets: readonly string[]): string =>
  secrets.map((name) => `${name}=${placeholder} `).join('')

/** How the program is called from a checkout, as the README has it. */
const program = 'npx -y pnpm@12.21.0 -s ai-census'

export const checkCommand = (guide: ScannerGuide): string | null =>
  guide.check === null ? null : `${assignments(guide.secrets)}${program} ${guide.check}`

export const scanCommand = (guide: ScannerGuide, collector: string): string =>
  `${assignments([...guide.secrets, 'AI_CENSUS_TOKEN'])}${program} ${guide.scan} --collector ${collector}`
