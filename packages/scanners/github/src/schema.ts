import { z } from 'zod'

// Only the fields that are read. An instant is kept as the text that GitHub sends.

export const Repository = z.object({
  id: z.number(),
  node_id: z.string(),
  name: z.string(),
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  html_url: z.url(),
  description: z.string().nullish(),
  topics: z.array(z.string()).optional(),
  fork: z.boolean(),
  archived: z.boolean().optional(),
  disabled: z.boolean().optional(),
  is_template: z.boolean().optional(),
  default_branch: z.string().optional(),
  pushed_at: z.string().nullish(),
  /** By the names that the organisation gave them; a value is a text, several, or nothing. */
  custom_properties: z.record(z.string(), z.unknown()).nullish(),
})
export type Repository = z.infer<typeof Repository>

export const Organisation = z.object({
  id: z.number(),
  login: z.string(),
  public_repos: z.number().optional(),
  /** Only for those who may know. */
  total_private_repos: z.number().optional(),
})
export type Organisation = z.infer<typeof Organisation>

export const Installation = z.object({
  id: z.number(),
  app_id: z.number(),
  app_slug: z.string(),
  repository_selection: z.enum(['all', 'selected']),
  permissions: z.record(z.string(), z.string()).optional(),
  created_at: z.string().optional(),
  suspended_at: z.string().nullish(),
})
export type Installation = z.infer<typeof Installation>

export const Installations = z.object({ installations: z.array(Installation) })

const count = z.number().optional()
export const CopilotBilling = z.object({
  seat_breakdown: z.object({
    total: count,
    added_this_cycle: count,
    pending_cancellation: count,
    pending_invitation: count,
    active_this_cycle: count,
    inactive_this_cycle: count,
  }),
  seat_management_setting: z.string().optional(),
  public_code_suggestions: z.string().optional(),
  ide_chat: z.string().optional(),
  platform_chat: z.string().optional(),
  cli: z.string().optional(),
  plan_type: z.string().optional(),
})
export type CopilotBilling = z.infer<typeof CopilotBilling>

/** Of a seat only its activity: who holds it stays with GitHub. */
export const Seat = z.object({
  last_activity_at: z.string().nullish(),
  last_activity_editor: z.string().nullish(),
  pending_cancellation_date: z.string().nullish(),
})
export type Seat = z.infer<typeof Seat>
export const Seats = z.object({ total_seats: count, seats: z.array(Seat).default([]) })

export const CodingAgentPermissions = z.object({ enabled_repositories: z.enum(['all', 'selected', 'none']) })
export type CodingAgentPermissions = z.infer<typeof CodingAgentPermissions>
export const SelectedRepositories = z.object({ repositories: z.array(z.object({ full_name: z.string() })) })

/** A secret or a variable. A variable's value comes along in the answer, and goes no further than here. */
export const Setting = z.object({
  name: z.string(),
  updated_at: z.string().optional(),
  visibility: z.string().optional(),
})
export type Setting = z.infer<typeof Setting>
export const Secrets = z.object({ secrets: z.array(Setting) })
export const Variables = z.object({ variables: z.array(Setting) })
export const Environments = z.object({ environments: z.array(z.object({ name: z.string() })).optional() })

/** Of a space no instructions and no texts: people write what they like there. */
export const Space = z.object({
  number: z.number(),
  name: z.string().min(1),
  base_role: z.string().optional(),
  created_at: z.string().optional(),
  creator: z.object({ login: z.string().min(1) }).nullish(),
  resources_attributes: z.array(z.object({ resource_type: z.string().optional() })).nullish(),
})
export type Space = z.infer<typeof Space>
export const Spaces = z.object({ spaces: z.array(Space) })

/** Path rules by repository; a rule is a path or a condition. */
export const ContentExclusion = z.record(z.string(), z.array(z.unknown()))
export type ContentExclusion = z.infer<typeof ContentExclusion>

export const BillItem = z.object({
  product: z.string(),
  sku: z.string(),
  /** Missing in the summary. */
  model: z.string().optional(),
  grossQuantity: z.number(),
})
export type BillItem = z.infer<typeof BillItem>
export const BillReport = z.object({ usageItems: z.array(BillItem).optional() })

/** Of the MCP servers the names and addresses are read; the shape is GitHub's own and may change. */
export const AgentConfiguration = z.object({
  mcp_configuration: z.record(z.string(), z.unknown()).nullish(),
  is_firewall_enabled: z.boolean().optional(),
  is_firewall_recommended_allowlist_enabled: z.boolean().optional(),
  custom_allowlist: z.array(z.string()).optional(),
  require_actions_workflow_approval: z.boolean().optional(),
  is_automations_enabled: z.boolean().optional(),
})
export type AgentConfiguration = z.infer<typeof AgentConfiguration>

/** Of a task neither its name, which is made of what somebody asked, nor who asked. */
export const AgentTask = z.object({
  id: z.string(),
  created_at: z.string(),
  updated_at: z.string().optional(),
  custom_agent: z.object({ id: z.string().optional() }).nullish(),
})
export type AgentTask = z.infer<typeof AgentTask>
export const AgentTasks = z.object({
  tasks: z.array(AgentTask),
  total_active_count: count,
  total_archived_count: count,
})

export const Heads = z.object({
  nodes: z.array(
    z
      .object({
        id: z.string(),
        /** Null in a repository without a commit. */
        defaultBranchRef: z.object({ target: z.object({ oid: z.string() }).nullish() }).nullable(),
      })
      .partial({ defaultBranchRef: true })
      .nullable(),
  ),
})
