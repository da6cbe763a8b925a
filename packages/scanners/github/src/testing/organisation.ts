import type { StandInData, StandInRepository } from './stand-in.ts'

// Put together from halves: a whole token in a file would make others' secret scanners shout.
export const TOKEN = ['github', 'pat_11AAAAAAA0standin0standin'].join('_')

export const repository = (
  id: number,
  name: string,
  more: Record<string, unknown> = {},
): StandInRepository => ({
  id,
  node_id: `R_${id}`,
  name,
  full_name: `acme/${name}`,
  html_url: `https://github.com/acme/${name}`,
  clone_url: `https://github.com/acme/${name}.git`,
  description: null,
  topics: [],
  fork: false,
  archived: false,
  disabled: false,
  is_template: false,
  default_branch: 'main',
  pushed_at: '2026-10-01T08:00:00Z',
  ...more,
})

/** An organisation with something in every corner; its repositories are given. */
export function organisation(
  repositories: StandInRepository[],
  heads: StandInData['heads'] = {},
): StandInData {
  return {
    token: TOKEN,
    login: 'acme',
    organisation: { id: 7, login: 'acme', public_repos: 0, total_private_repos: repositories.length },
    repositories,
    heads,
    billing: {
      seat_breakdown: {
        total: 12,
        added_this_cycle: 1,
        pending_invitation: 0,
        pending_cancellation: 0,
        active_this_cycle: 9,
        inactive_this_cycle: 3,
      },
      seat_management_setting: 'assign_selected',
      ide_chat: 'enabled',
      platform_chat: 'disabled',
      cli: 'enabled',
      public_code_suggestions: 'block',
      plan_type: 'business',
    },
    seats: [
      {
        created_at: '2026-01-01T00:00:00Z',
        last_activity_at: '2026-11-20T10:00:00Z',
        last_activity_editor: 'vscode/1.99.0/copilot/1.300.0',
        assignee: { login: 'grace', id: 1 },
      },
      { created_at: '2026-01-01T00:00:00Z', last_activity_at: null, assignee: { login: 'ada', id: 2 } },
    ],
    codingAgent: { enabled_repositories: 'selected' },
    codingAgentRepositories: [{ id: 1, full_name: 'acme/shop' }],
    installations: [
      {
        id: 1,
        app_id: 101,
        app_slug: 'coderabbitai',
        repository_selection: 'all',
        permissions: { contents: 'read', pull_requests: 'write' },
        created_at: '2026-02-01T00:00:00Z',
        suspended_at: null,
      },
      { id: 2, app_id: 102, app_slug: 'dependabot', repository_selection: 'all', suspended_at: null },
    ],
    settings: {
      secrets: [
        { name: 'OPENAI_API_KEY', visibility: 'all', updated_at: '2026-03-01T00:00:00Z' },
        { name: 'NPM_TOKEN', visibility: 'all', updated_at: '2026-03-01T00:00:00Z' },
      ],
      variables: [
        { name: 'ANTHROPIC_BASE_URL', value: 'https://a-value-nobody-may-see.example', visibility: 'all' },
      ],
    },
    repositorySettings: {
      'acme/shop': {
        secrets: [{ name: 'PROD_MISTRAL_API_KEY' }],
        variables: [],
        environments: { production: { secrets: [{ name: 'ANTHROPIC_API_KEY' }], variables: [] } },
      },
    },
  }
}
