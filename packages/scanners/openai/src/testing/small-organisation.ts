import type { StandInData, StandInObject, StandInRow } from './stand-in.ts'

/** When tests happen. */
export const NOW = new Date('2026-11-23T12:00:00.000Z')
const DAY = 86_400
/** Midnight UTC so many days before `NOW`, Unix seconds. */
export const daysAgo = (days: number): number => (Math.floor(NOW.getTime() / 1000 / DAY) - days) * DAY

/** Looks like an admin key to people and to no scanner of secrets. */
export const ADMIN_KEY = 'sk-admin-not-a-key-but-must-never-be-seen'

const project = (id: string, name: string, created: number): StandInObject => ({
  object: 'organization.project',
  id,
  name,
  created_at: daysAgo(created),
  archived_at: null,
  status: 'active',
})

export const apiKey = (id: string, tail: string, lastUsed: number | null): StandInObject => ({
  object: 'organization.project.api_key',
  id,
  name: `name of ${id}`,
  redacted_value: `sk-proj-${'*'.repeat(40)}${tail}`,
  created_at: daysAgo(200),
  last_used_at: lastUsed === null ? null : daysAgo(lastUsed),
  owner_project_access: 'active',
  owner: {
    type: 'user',
    user: {
      id: `user_${id}`,
      name: 'First Last',
      email: `${id}@example.com`,
      role: 'member',
      created_at: daysAgo(300),
    },
  },
})

export const completion = (
  day: number,
  projectId: string | null,
  key: string | null,
  model: string,
): StandInRow => ({
  object: 'organization.usage.completions.result',
  start_time: daysAgo(day),
  project_id: projectId,
  user_id: null,
  api_key_id: key,
  model,
  num_model_requests: 3,
  input_tokens: 100,
  output_tokens: 20,
})

/** Two projects and an archived one; enough of everything for several pages of one. */
export function smallOrganisation(): StandInData {
  return {
    adminKey: ADMIN_KEY,
    organization: 'org-small',
    projects: [
      project('proj_a', 'Chat', 300),
      project('proj_b', 'chat-dev', 100),
      { ...project('proj_old', 'Old', 290), status: 'archived', archived_at: daysAgo(50) },
    ],
    apiKeys: {
      proj_a: [
        apiKey('key_1', 'aaa1', 2),
        apiKey('key_2', 'aaa2', 90),
        { ...apiKey('key_3', 'aaa3', null), owner_project_access: 'inactive' },
      ],
      proj_b: [apiKey('key_4', 'bbb4', null)],
    },
    serviceAccounts: {
      proj_a: [
        {
          object: 'organization.project.service_account',
          id: 'sa_1',
          name: 'deploy',
          role: 'member',
          created_at: daysAgo(9),
        },
      ],
    },
    users: {
      proj_a: [
        {
          object: 'organization.project.user',
          id: 'user_1',
          name: 'O',
          email: 'owner@example.com',
          role: 'owner',
          added_at: daysAgo(9),
        },
        {
          object: 'organization.project.user',
          id: 'user_2',
          name: 'M',
          email: 'member@example.com',
          role: 'member',
          added_at: daysAgo(9),
        },
      ],
    },
    modelPermissions: {
      proj_b: { object: 'project.model_permissions', mode: 'allow_list', model_ids: ['o3', 'gpt-4.1'] },
    },
    dataRetention: {},
    organizationDataRetention: { object: 'organization.data_retention', type: 'zero_data_retention' },
    adminApiKeys: [
      {
        object: 'organization.admin_api_key',
        id: 'key_admin',
        name: 'census',
        redacted_value: 'sk-admin****************seen',
        created_at: daysAgo(9),
        expires_at: null,
        last_used_at: daysAgo(0),
        owner: { type: 'user', object: 'organization.user', id: 'user_1', name: 'O', role: 'owner' },
      },
    ],
    usage: {
      completions: [
        completion(20, 'proj_a', 'key_1', 'gpt-4o-2024-08-06'),
        completion(3, 'proj_a', 'key_1', 'gpt-4o-2024-08-06'),
        completion(1, 'proj_a', 'key_2', 'gpt-4o-2024-08-06'),
        completion(1, 'proj_b', 'key_4', 'ft:gpt-4o-mini-2024-07-18:acme::abc123'),
        completion(1, null, null, 'gpt-4.1'),
      ],
      vector_stores: [
        {
          object: 'organization.usage.vector_stores.result',
          start_time: daysAgo(2),
          project_id: 'proj_a',
          usage_bytes: 10,
        },
        {
          object: 'organization.usage.vector_stores.result',
          start_time: daysAgo(1),
          project_id: 'proj_a',
          usage_bytes: 30,
        },
      ],
    },
    costs: [
      {
        object: 'organization.costs.result',
        start_time: daysAgo(2),
        project_id: 'proj_a',
        amount: { value: 0.1, currency: 'usd' },
      },
      {
        object: 'organization.costs.result',
        start_time: daysAgo(1),
        project_id: 'proj_a',
        amount: { value: 0.2, currency: 'usd' },
      },
    ],
  }
}
