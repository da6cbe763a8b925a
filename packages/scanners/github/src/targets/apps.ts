import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import { evidence } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { type Installation, Installations } from '../schema.ts'

export const listInstallations = ({ api, login }: Home): AsyncGenerator<Installation> =>
  api.list(
    `/orgs/${login}/installations`,
    Installations,
    ({ installations }) => installations,
    needs.installations,
  )

/** An installed app that the catalogue knows as a supplier's of AI; the others are none of our business. */
export function appFinding(login: string, app: Installation, catalogue: Catalogue): Finding | null {
  const owner = catalogue.gitHubAppOwner(app.app_slug)
  const supplier = owner && catalogue.suppliers.get(owner.supplier)
  if (!owner || !supplier) return null
  return {
    key: `app:${app.app_slug}`,
    kind: supplier.roles.includes('coding-assistant') ? 'assistant' : 'service',
    supplier: owner.supplier,
    product: owner.product ?? supplier.name,
    name: `${supplier.name} (GitHub App ${app.app_slug})`,
    // Of a suspended app GitHub keeps the installation and lets it do nothing.
    grade: app.suspended_at ? 'available' : 'deployed',
    context: 'development',
    identifiers: [{ type: 'github-app', value: app.app_slug }],
    attributes: known({
      appId: app.app_id,
      repositories: app.repository_selection,
      permissions: permissionsOf(app),
      installedAt: app.created_at,
      suspendedAt: app.suspended_at ?? undefined,
    }),
    evidence: [evidence('app', '/orgs/{org}/installations', `${login}/${app.app_slug}`)],
  }
}

const permissionsOf = ({ permissions = {} }: Installation): string[] =>
  Object.entries(permissions)
    .map(([name, level]) => `${name}:${level}`)
    .sort()
