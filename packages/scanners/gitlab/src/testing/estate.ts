import { SECRET, type StandInData, type StandInGroup, type StandInObject } from './stand-in.ts'

// Put together from halves: a whole token in a file would make others' secret scanners shout.
export const TOKEN = ['glpat', 'standin0standin0stan'].join('-')

export const project = (id: number, path: string, more: StandInObject = {}): StandInObject => ({
  id,
  path_with_namespace: path,
  name: path.split('/').at(-1),
  web_url: `https://gitlab.com/${path}`,
  http_url_to_repo: `https://gitlab.com/${path}.git`,
  description: null,
  topics: [],
  default_branch: 'main',
  archived: false,
  empty_repo: false,
  repository_access_level: 'enabled',
  last_activity_at: '2026-10-01T08:00:00.000Z',
  runners_token: SECRET,
  a_field_of_tomorrow: { whatever: true },
  ...more,
})

export const group = (id: number, full_path: string, more: StandInObject = {}): StandInGroup => ({
  id,
  full_path,
  web_url: `https://gitlab.com/groups/${full_path}`,
  duo_features_enabled: true,
  lock_duo_features_enabled: false,
  ...more,
})

export const variable = (key: string, more: StandInObject = {}): StandInObject => ({
  key,
  value: SECRET,
  variable_type: 'env_var',
  protected: false,
  masked: true,
  hidden: false,
  raw: false,
  environment_scope: '*',
  description: `rotated by ${SECRET}`,
  ...more,
})

/** A GitLab with something in every corner; its projects are given. */
export const estate = (projects: StandInObject[], more: Partial<StandInData> = {}): StandInData => ({
  token: TOKEN,
  groups: [group(7, 'acme'), group(8, 'acme/care', { duo_features_enabled: false })],
  projects,
  variables: {
    'groups/7': [variable('OPENAI_API_KEY'), variable('NPM_TOKEN')],
    'groups/8': [variable('ANTHROPIC_BASE_URL', { masked: false })],
    'projects/1': [
      variable('PROD_MISTRAL_API_KEY'),
      variable('ANTHROPIC_API_KEY', { environment_scope: 'production' }),
      variable('COHERE_API_KEY', { masked: false }),
    ],
    'admin/ci': [variable('GROQ_API_KEY')],
  },
  settings: {
    duo_features_enabled: true,
    lock_duo_features_enabled: false,
    auto_duo_code_review_enabled: true,
  },
  accessLevel: 50,
  addOns: [
    { name: 'DUO_ENTERPRISE', purchasedQuantity: 20, assignedQuantity: 12 },
    { name: 'PRODUCT_ANALYTICS', purchasedQuantity: 1, assignedQuantity: 1 },
  ],
  uses: [{ event: 'CODE_SUGGESTION_ACCEPTED_IN_IDE', timestamp: '2026-11-20T10:00:00Z' }],
  selfHostedModels: [
    {
      id: 'gid://gitlab/Ai::SelfHostedModel/1',
      name: 'Claude on Bedrock',
      model: 'CLAUDE_3',
      identifier: 'bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0',
      endpoint: `https://gateway.acme.example/v1?key=${SECRET}`,
    },
  ],
  ...more,
})
