import type { NamedSetting, SettingPlace } from '@ai-census/repositories/hosts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Secrets, type Setting, Variables } from '../schema.ts'

export const listSecrets = ({ api, login }: Home): AsyncGenerator<Setting> =>
  api.list(`/orgs/${login}/actions/secrets`, Secrets, ({ secrets }) => secrets, needs.organisationSecrets)

export const listVariables = ({ api, login }: Home): AsyncGenerator<Setting> =>
  api.list(
    `/orgs/${login}/actions/variables`,
    Variables,
    ({ variables }) => variables,
    needs.organisationVariables,
  )

export type SettingKind = 'secret' | 'variable'

export const organisationPlace = (login: string, kind: SettingKind): SettingPlace => ({
  heldAs: `GitHub Actions ${kind}`,
  operation: `/orgs/{org}/actions/${kind}s`,
  owner: login,
})

/** Of a setting what an inventory may know. */
export const namedSetting = (
  { name, updated_at, visibility }: Setting,
  kind: SettingKind,
  environment: string | null,
): NamedSetting => ({ name, isHidden: kind === 'secret', environment, updatedAt: updated_at, visibility })
