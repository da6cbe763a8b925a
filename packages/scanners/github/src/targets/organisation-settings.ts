import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Secrets, type Setting, Variables } from '../schema.ts'
import type { Place } from './settings-names.ts'

export const listSecrets = ({ api, login }: Home): AsyncGenerator<Setting> =>
  api.list(`/orgs/${login}/actions/secrets`, Secrets, ({ secrets }) => secrets, needs.organisationSecrets)

export const listVariables = ({ api, login }: Home): AsyncGenerator<Setting> =>
  api.list(
    `/orgs/${login}/actions/variables`,
    Variables,
    ({ variables }) => variables,
    needs.organisationVariables,
  )

export const organisationPlace = (login: string, kind: Place['kind']): Place => ({
  kind,
  operation: `/orgs/{org}/actions/${kind}s`,
  owner: login,
  environment: null,
})
