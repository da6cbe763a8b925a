import type { StandInData, StandInObject } from './stand-in.ts'

// Put together from halves: a whole token in a file would make others' secret scanners shout.
export const TOKEN = ['standin0standin0standin0', 'standin0standin0standin0'].join('')
export const SECRET = ['a-value', 'nobody-may-see'].join('-')

export const PROJECT = '5febef5a-0000-4000-8000-000000000001'

export const repository = (id: string, name: string, more: StandInObject = {}): StandInObject => ({
  id,
  name,
  project: { id: PROJECT, name: 'Shop', state: 'wellFormed' },
  defaultBranch: 'refs/heads/main',
  size: 728,
  remoteUrl: `https://acme@dev.azure.com/acme/Shop/_git/${name}`,
  webUrl: `https://dev.azure.com/acme/Shop/_git/${name}`,
  isDisabled: false,
  isInMaintenance: false,
  aFieldOfTomorrow: { whatever: true },
  ...more,
})

export const head = (commit: string): StandInObject[] => [
  { name: 'refs/heads/main', objectId: commit },
  { name: 'refs/heads/main-2', objectId: 'f'.repeat(40) },
]

/** An organisation with something in every corner; its repositories are given. */
export const estate = (
  repositories: StandInObject[],
  refs: StandInData['refs'] = {},
  more: Partial<StandInData> = {},
): StandInData => ({
  token: TOKEN,
  organisation: 'acme',
  projects: [{ id: PROJECT, name: 'Shop', description: 'Sells shelves', state: 'wellFormed' }],
  repositories,
  refs,
  variableGroups: {
    [PROJECT]: [
      {
        id: 1,
        name: 'ai',
        type: 'Vsts',
        variables: {
          OPENAI_API_KEY: { value: null, isSecret: true },
          MISTRAL_API_KEY: { value: SECRET, isSecret: false },
          REGION: { value: SECRET },
        },
      },
      {
        id: 2,
        name: 'vault',
        type: 'AzureKeyVault',
        variables: { 'prod-openai-api-key': { enabled: true, contentType: SECRET } },
        providerData: { vault: SECRET },
      },
    ],
  },
  pipelines: {
    [PROJECT]: [
      {
        id: 7,
        name: 'deploy',
        variables: {
          OPENAI_API_KEY: { isSecret: true },
          ANTHROPIC_BASE_URL: { value: SECRET, allowOverride: true },
        },
        process: { yamlFilename: 'azure-pipelines.yml' },
      },
      { id: 8, name: 'test' },
    ],
  },
  connections: {
    [PROJECT]: [
      {
        id: 'c1',
        name: 'models',
        type: 'generic',
        url: `https://api.openai.com/v1?key=${SECRET}`,
        isShared: false,
        authorization: { scheme: 'Token', parameters: { apitoken: SECRET } },
      },
      { id: 'c2', name: 'registry', type: 'dockerregistry', url: 'https://index.docker.io/v1/' },
    ],
  },
  extensions: [
    extension('vois', 'pr-agent', 'AI Pull Request Agent', 'Vois'),
    extension('acme', 'review', 'CodeRabbit Review', 'Acme', { installState: { flags: 'disabled' } }),
    extension('ms-devlabs', 'maintain', 'Maintain Email Retail', 'Microsoft DevLabs'),
  ],
  ...more,
})

function extension(
  publisherId: string,
  extensionId: string,
  extensionName: string,
  publisherName: string,
  more: StandInObject = {},
): StandInObject {
  return { publisherId, extensionId, extensionName, publisherName, version: '1.2.3', flags: 'none', ...more }
}
