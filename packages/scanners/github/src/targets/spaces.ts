import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { type Space, Spaces } from '../schema.ts'

export const listSpaces = ({ api, login }: Home): AsyncGenerator<Space> =>
  api.list(`/orgs/${login}/copilot-spaces`, Spaces, ({ spaces }) => spaces, needs.spaces)

/** A space is what Copilot knows of a matter: repositories, files, texts. None of the texts is kept. */
export function spaceFinding(source: string, login: string, space: Space): Finding {
  const types = (space.resources_attributes ?? []).map(({ resource_type }) => resource_type)
  const counted = Map.groupBy(
    types.filter((type) => type !== undefined),
    (type) => type,
  )
  return {
    key: `space:${space.number}`,
    kind: 'knowledge-base',
    supplier: 'github-copilot',
    product: 'Copilot Spaces',
    name: `${space.name} (Copilot Space)`.slice(0, 512),
    grade: 'deployed',
    context: 'development',
    identifiers: [
      { type: 'copilot-space', value: `${organisationIdentifier(source).value}/${space.number}` },
    ],
    attributes: known({
      baseRole: space.base_role,
      resources: types.length,
      resourceTypes: [...counted].map(([type, all]) => `${type}: ${all.length}`).sort(),
      createdAt: space.created_at,
    }),
    evidence: [evidence('copilot-space', '/orgs/{org}/copilot-spaces', `${login}/${space.number}`)],
    // Who made it is the first to ask about it.
    ...(space.creator
      ? { claims: [{ field: 'technical-owner', value: space.creator.login, source: 'provider' }] }
      : {}),
  }
}
