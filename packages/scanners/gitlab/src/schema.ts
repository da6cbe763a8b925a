import { z } from 'zod'

// Only the fields that are read. An instant is kept as the text that GitLab sends.

export const Project = z.object({
  id: z.number(),
  path_with_namespace: z.string().regex(/^[^/\s]+(\/[^/\s]+)+$/),
  web_url: z.url(),
  description: z.string().nullish(),
  topics: z.array(z.string()).optional(),
  default_branch: z.string().nullish(),
  archived: z.boolean().optional(),
  /** Only of a fork. */
  forked_from_project: z.object({}).nullish(),
  /** Nothing was ever pushed. */
  empty_repo: z.boolean().optional(),
  repository_access_level: z.string().nullish(),
  /** Pulled from elsewhere. */
  mirror: z.boolean().nullish(),
  last_activity_at: z.string().nullish(),
})
export type Project = z.infer<typeof Project>

export const Group = z.object({
  id: z.number(),
  full_path: z.string().regex(/^[^/\s]+(\/[^/\s]+)*$/),
  web_url: z.url(),
  /** Only for an owner, and where the licence has Duo. */
  duo_features_enabled: z.boolean().nullish(),
  lock_duo_features_enabled: z.boolean().nullish(),
})
export type Group = z.infer<typeof Group>

/** A CI/CD variable. Its value comes along in the answer, and goes no further than here. */
export const Variable = z.object({
  key: z.string(),
  masked: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  protected: z.boolean().nullish(),
  /** `*`, `production`, `review/*`; an instance's variables have none. */
  environment_scope: z.string().nullish(),
})
export type Variable = z.infer<typeof Variable>

/** Of an instance's settings, which hold many a secret, those about Duo. */
export const InstanceSettings = z.object({
  duo_features_enabled: z.boolean().nullish(),
  lock_duo_features_enabled: z.boolean().nullish(),
  disabled_direct_code_suggestions: z.boolean().nullish(),
  auto_duo_code_review_enabled: z.boolean().nullish(),
})
export type InstanceSettings = z.infer<typeof InstanceSettings>

const AddOn = z.object({
  name: z.string(),
  purchasedQuantity: z.number(),
  assignedQuantity: z.number(),
})
export type AddOn = z.infer<typeof AddOn>

export const GroupSeats = z.object({
  group: z.object({ maxAccessLevel: z.object({ integerValue: z.number().nullable() }) }).nullable(),
  addOnPurchases: z.array(AddOn).nullable(),
})
export type GroupSeats = z.infer<typeof GroupSeats>

export const InstanceSeats = z.object({ addOnPurchases: z.array(AddOn).nullable() })

export const Usage = z.object({
  group: z
    .object({
      aiUsageData: z
        .object({
          all: z
            .object({ nodes: z.array(z.object({ event: z.string(), timestamp: z.string() })).nullable() })
            .nullable(),
        })
        .nullable(),
    })
    .nullable(),
})
export type Usage = z.infer<typeof Usage>

const SelfHostedModel = z.object({
  id: z.string(),
  /** The deployment, as an administrator named it. */
  name: z.string(),
  /** The family: `MISTRAL`, `CLAUDE_3`. */
  model: z.string(),
  /** As the provider names it: `bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0`. */
  identifier: z.string().nullish(),
  endpoint: z.string(),
})
export type SelfHostedModel = z.infer<typeof SelfHostedModel>

export const SelfHostedModels = z.object({
  aiSelfHostedModels: z
    .object({
      nodes: z.array(SelfHostedModel.nullable()).nullable(),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    })
    .nullable(),
})

export const GraphAnswer = z.object({
  /** Missing where nothing of the query is known. */
  data: z.unknown().optional(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string().optional() }).nullish() })).optional(),
})
export type GraphAnswer = z.infer<typeof GraphAnswer>
