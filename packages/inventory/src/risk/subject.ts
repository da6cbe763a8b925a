import type { AiSystem, Component, Context, RiskProfile, Supplier, SystemField } from '@ai-census/schema'
import { gradeRank } from '@ai-census/schema'
import { isLiveComponent } from '../reconcile.ts'
import type { Settings } from '../settings.ts'
import type { RiskSubject } from './factor.ts'
import { riskProfile } from './reopened.ts'

interface Today {
  readonly now: string
  readonly settings: Settings
}

/** What the rubric looks at, from the rows of a system, of its components and of its suppliers. */
export const riskSubjectOf = (
  { fields }: Pick<AiSystem, 'fields'>,
  components: readonly Component[],
  suppliers: readonly Supplier[],
  today: Today,
): RiskSubject => ({ fields, components: components.filter((one) => isProof(one, today)), suppliers })

/** What a person who rates the system now rates. */
export function riskBasisOf(
  { fields }: Pick<AiSystem, 'fields'>,
  components: readonly Component[],
  today: Today,
): RiskProfile {
  // `Object.entries` forgets that the keys are those of the fields.
  const answers = Object.entries(fields) as [SystemField, AiSystem['fields'][SystemField]][]
  const said = answers.flatMap(([field, answer]) => (answer?.source === 'pin' ? [[field, answer.value]] : []))
  const ownWork = components.filter((one) => isProof(one, today) && !ASIDE.has(one.context))
  return riskProfile(ownWork, Object.fromEntries(said))
}

const ASIDE: ReadonlySet<Context> = new Set<Context>(['test', 'example', 'documentation'])

const isProof = (component: Component, today: Today): boolean =>
  gradeRank(component.grade) > gradeRank('available') && isLiveComponent(component, today)
