import type { AiSystem, SystemField } from '@ai-census/schema'
import type { SystemRule } from './rule.ts'
import { listed } from './wording.ts'

/** As a sentence names them. */
const fieldWords = {
  name: 'name',
  businessOwner: 'business owner',
  technicalOwner: 'technical owner',
  purpose: 'purpose',
  userImpact: 'user impact',
  data: 'data',
  riskLevel: 'risk level',
  riskRationale: 'risk rationale',
  monitoringMethod: 'monitoring method',
  scope: 'scope',
  scopeJustification: 'scope justification',
  valueChainRole: 'role in the value chain',
  lifecycle: 'lifecycle stage',
  nextReview: 'next review',
} as const satisfies Record<SystemField, string>

/** Registered, and answers are missing. One that is out of scope owes its name and its justification only. */
export const incomplete: SystemRule = {
  id: 'incomplete',
  subject: 'system',
  raise({ system }, { settings }) {
    if (system.state !== 'registered') return null
    const lacking = required(system, settings.requiredFields).filter((field) => !system.fields[field])
    const words = listed(
      lacking.map((field) => fieldWords[field]),
      lacking.length,
    )
    if (lacking.length === 0) return null
    return {
      reason: `No answer yet for ${words}.`,
      clearedBy: `Answer ${words}.`,
    }
  },
}

function required(system: Pick<AiSystem, 'fields'>, fields: readonly SystemField[]): readonly SystemField[] {
  return system.fields.scope?.value === 'out-of-scope' ? ['name', 'scopeJustification'] : fields
}
