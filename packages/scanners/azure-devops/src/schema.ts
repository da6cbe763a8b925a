import { z } from 'zod'

// Only the fields that are read. What may hold a value or a secret is not among them.

export const Project = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
})
export type Project = z.infer<typeof Project>

export const Repository = z.object({
  id: z.string(),
  name: z.string(),
  webUrl: z.url(),
  project: z.object({ id: z.string(), name: z.string() }),
  /** `refs/heads/main`; missing in a repository without a commit. */
  defaultBranch: z.string().nullish(),
  isDisabled: z.boolean().nullish(),
  isInMaintenance: z.boolean().nullish(),
  isFork: z.boolean().nullish(),
})
export type Repository = z.infer<typeof Repository>

export const Ref = z.object({ name: z.string(), objectId: z.string().regex(/^[0-9a-f]{40,64}$/) })
export type Ref = z.infer<typeof Ref>

/** By name. A value that is no secret comes along in the answer, and goes no further than here. */
const Variables = z.record(z.string(), z.object({ isSecret: z.boolean().nullish() }).nullable())
export type Variables = z.infer<typeof Variables>

export const VariableGroup = z.object({
  id: z.number(),
  name: z.string(),
  /** `Vsts`, or `AzureKeyVault`, whose variables are secrets of a vault. */
  type: z.string().nullish(),
  variables: Variables.nullish(),
})
export type VariableGroup = z.infer<typeof VariableGroup>

export const Pipeline = z.object({ id: z.number(), name: z.string(), variables: Variables.nullish() })
export type Pipeline = z.infer<typeof Pipeline>

export const ServiceConnection = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  url: z.string().nullish(),
  isShared: z.boolean().nullish(),
})
export type ServiceConnection = z.infer<typeof ServiceConnection>

export const Extension = z.object({
  extensionId: z.string(),
  extensionName: z.string().nullish(),
  publisherId: z.string(),
  publisherName: z.string().nullish(),
  version: z.string().nullish(),
  /** `none`, `disabled`, `builtIn, trusted`. */
  flags: z.string().nullish(),
  installState: z.object({ flags: z.string().nullish() }).nullish(),
})
export type Extension = z.infer<typeof Extension>
