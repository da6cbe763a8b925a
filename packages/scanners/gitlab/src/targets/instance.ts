import type { FindingKind } from '@ai-census/schema'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { InstanceSettings } from '../schema.ts'

export type InstanceScope = 'duo' | 'variables' | 'self-hosted-models'

/** What a GitLab of one's own has beside its groups, each with a coverage of its own. */
export const instanceScopes: readonly {
  readonly what: InstanceScope
  readonly title: string
  readonly sees: readonly FindingKind[]
  /** Where a person finds it. */
  readonly page: string
}[] = [
  { what: 'duo', title: 'GitLab Duo', sees: ['assistant'], page: '/admin/gitlab_duo' },
  {
    what: 'variables',
    title: 'CI/CD variables',
    sees: ['credential', 'service'],
    page: '/admin/application_settings/ci_cd',
  },
  {
    what: 'self-hosted-models',
    title: 'self-hosted models',
    sees: ['model'],
    page: '/admin/gitlab_duo/self_hosted',
  },
]

export const getInstanceSettings = ({ api }: Home): Promise<InstanceSettings> =>
  api.get('/application/settings', InstanceSettings, needs.instance)
