import type { Claim } from '@ai-census/schema'
import type { OpenAiApi } from '../client.ts'
import { ProjectUser, ServiceAccount } from '../schema.ts'

export const listServiceAccounts = (api: OpenAiApi, project: string): AsyncGenerator<ServiceAccount> =>
  api.list(`projects/${encodeURIComponent(project)}/service_accounts`, ServiceAccount)

export const listUsers = (api: OpenAiApi, project: string): AsyncGenerator<ProjectUser> =>
  api.list(`projects/${encodeURIComponent(project)}/users`, ProjectUser)

/** The project's owners run it, as far as the provider knows. Members say nothing about ownership. */
export function ownerClaims(users: readonly ProjectUser[]): Claim[] {
  const owners = users
    .filter(({ role }) => role === 'owner')
    .map(({ id, email, name }) => email || name || id)
  return [...new Set(owners)]
    .sort()
    .slice(0, 10)
    .map((value) => ({ field: 'technical-owner', value, source: 'provider' }))
}
