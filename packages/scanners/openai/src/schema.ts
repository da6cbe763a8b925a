import { z } from 'zod'

/*
 * The few fields of the administration API that are read, after the published OpenAPI document
 * (github.com/openai/openai-openapi, openapi.yaml). Instants are Unix seconds. Unknown fields are dropped.
 */

const seconds = z.int().nonnegative()
const text = z.string().min(1)

export const Project = z.object({
  id: text,
  name: z.string().nullish(),
  created_at: seconds,
  archived_at: seconds.nullish(),
  status: z.string().nullish(),
  residency: z.string().nullish(),
})
export type Project = z.infer<typeof Project>

const KeyOwner = z.object({
  type: z.string().nullish(),
  user: z.object({ id: text, email: z.string().nullish(), name: z.string().nullish() }).nullish(),
  service_account: z.object({ id: text, name: z.string().nullish() }).nullish(),
})

export const ApiKey = z.object({
  id: text,
  name: z.string().nullish(),
  redacted_value: z.string().nullish(),
  created_at: seconds,
  last_used_at: seconds.nullish(),
  expires_at: seconds.nullish(),
  owner: KeyOwner.nullish(),
  /** Whether the owner can still reach the project; an enabled key of somebody who left is `inactive`. */
  owner_project_access: z.string().nullish(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const AdminApiKey = z.object({
  id: text,
  name: z.string().nullish(),
  redacted_value: z.string().nullish(),
  created_at: seconds,
  last_used_at: seconds.nullish(),
  expires_at: seconds.nullish(),
  owner: z
    .object({ type: z.string().nullish(), id: z.string().nullish(), name: z.string().nullish() })
    .nullish(),
})
export type AdminApiKey = z.infer<typeof AdminApiKey>

export const ServiceAccount = z.object({ id: text, name: z.string().nullish() })
export type ServiceAccount = z.infer<typeof ServiceAccount>

export const ProjectUser = z.object({
  id: text,
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string(),
})
export type ProjectUser = z.infer<typeof ProjectUser>

export const ModelPermissions = z.object({ mode: z.string(), model_ids: z.array(text) })
export type ModelPermissions = z.infer<typeof ModelPermissions>

export const DataRetention = z.object({ type: text })
export type DataRetention = z.infer<typeof DataRetention>

/** A page of a list of objects. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), has_more: z.boolean(), last_id: z.string().nullish() })

const count = z.number().nonnegative().nullish()

/** A row of any usage service; each service fills its own counts. */
export const UsageRow = z.object({
  project_id: z.string().nullish(),
  api_key_id: z.string().nullish(),
  model: z.string().nullish(),
  num_model_requests: count,
  num_requests: count,
  num_sessions: count,
  input_tokens: count,
  output_tokens: count,
  images: count,
  characters: count,
  seconds: count,
  usage_bytes: count,
})
export type UsageRow = z.infer<typeof UsageRow>

export const CostRow = z.object({
  project_id: z.string().nullish(),
  amount: z.object({ value: z.coerce.number(), currency: text }).nullish(),
})
export type CostRow = z.infer<typeof CostRow>

const bucketsOf = <T extends z.ZodType>(row: T) =>
  z.object({
    data: z.array(z.object({ start_time: seconds, end_time: seconds, results: z.array(row) })),
    has_more: z.boolean(),
    next_page: z.string().nullish(),
  })
export const UsagePage = bucketsOf(UsageRow)
export const CostPage = bucketsOf(CostRow)
