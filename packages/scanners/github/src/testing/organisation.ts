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
  updated_at: '2026-10-01T08:00:00Z',
  ...more,
})

const billed = (product: string, sku: string, grossQuantity: number, model?: string) => ({
  product,
  sku,
  ...(model ? { model } : {}),
  unitType: 'requests',
  pricePerUnit: 0.04,
  grossQuantity,
  grossAmount: grossQuantity * 0.04,
  netQuantity: 0,
  netAmount: 0,
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
    spaces: [
      {
        id: 1,
        number: 1,
        name: 'Payments',
        description: 'What support may say',
        general_instructions: 'instructions-nobody-may-see',
        base_role: 'reader',
        creator: { login: 'ada', id: 2 },
        created_at: '2026-05-01T00:00:00Z',
        resources_attributes: [
          { id: 1, resource_type: 'repository', metadata: { repository_id: 1 } },
          { id: 2, resource_type: 'free_text', metadata: { text: 'a-text-nobody-may-see' } },
        ],
      },
    ],
    contentExclusion: { '*': ['**/.env'], 'acme/shop': ['/secrets/**'] },
    bill: {
      'ai_credit/usage': {
        '2026-11': [billed('Copilot', 'Copilot AI Credits', 120, 'Claude Sonnet 4.5')],
        '2026-10': [billed('Copilot', 'Copilot AI Credits', 4, 'Auto: GPT-5.2')],
      },
      'premium_request/usage': {
        '2026-11': [billed('Copilot', 'Copilot Premium Request', 3, 'Coding Agent model')],
      },
      'usage/summary': {
        '2026-11': [
          billed('Actions', 'actions_linux', 900),
          billed('Models', 'models_inference', 17),
          billed('Copilot', 'copilot_for_business', 12),
        ],
      },
    },
    settings: {
      dependabot: [{ name: 'COHERE_API_KEY', visibility: 'all' }],
      codespaces: [{ name: 'GROQ_API_KEY', visibility: 'selected' }],
      agentSecrets: [{ name: 'COPILOT_MCP_ANTHROPIC_API_KEY', visibility: 'all' }],
      agentVariables: [{ name: 'MISTRAL_API_BASE', value: 'a-value-nobody-may-see', visibility: 'all' }],
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
        dependabot: [{ name: 'DEEPSEEK_API_KEY' }],
        codespaces: [{ name: 'XAI_API_KEY' }],
        agentSecrets: [{ name: 'COPILOT_MCP_TAVILY_API_KEY' }],
        agentVariables: [],
        agentConfiguration: {
          mcp_configuration: {
            mcpServers: {
              sentry: {
                type: 'http',
                url: 'https://mcp.sentry.dev/mcp',
                tools: ['*'],
                headers: { Authorization: 'a-value-nobody-may-see' },
              },
            },
          },
          is_firewall_enabled: true,
          is_firewall_recommended_allowlist_enabled: true,
          custom_allowlist: ['https://packages.acme.example/npm'],
          require_actions_workflow_approval: true,
        },
        agentTasks: [
          {
            id: 't1',
            name: 'a-prompt-nobody-may-see',
            state: 'completed',
            created_at: '2026-11-20T10:00:00Z',
            updated_at: '2026-11-21T10:00:00Z',
            archived_at: null,
            custom_agent: { id: 'release-notes' },
          },
        ],
        environments: { production: { secrets: [{ name: 'ANTHROPIC_API_KEY' }], variables: [] } },
      },
    },
  }
}
