import type { NamedSetting, SettingPlace } from '@ai-census/repositories/hosts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Variable } from '../schema.ts'

export interface VariableOwner {
  readonly of: 'project' | 'group' | 'instance'
  readonly id: number
  readonly path: string
}

export async function* listVariables(owner: VariableOwner, { api }: Home): AsyncGenerator<NamedSetting> {
  for await (const one of api.list(variablePlace(owner).path, Variable, needOf(owner))) yield toSetting(one)
}

export const variablePlace = ({ of, id, path }: VariableOwner): SettingPlace & { path: string } => ({
  heldAs: 'GitLab CI/CD variable',
  operation: of === 'instance' ? '/admin/ci/variables' : `/${of}s/{id}/variables`,
  owner: path,
  path: of === 'instance' ? '/admin/ci/variables' : `/${of}s/${id}/variables`,
})

const needOf = ({ of }: VariableOwner) =>
  of === 'project' ? needs.projectVariables : of === 'group' ? needs.groupVariables : needs.instance

/** Masked is hidden from logs, hidden is hidden from people too. */
const toSetting = ({ key, masked, hidden, environment_scope: scope }: Variable): NamedSetting => ({
  name: key,
  isHidden: Boolean(masked || hidden),
  environment: scope && scope !== '*' ? scope : null,
})
