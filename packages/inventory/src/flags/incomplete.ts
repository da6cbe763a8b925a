import type { AiSystem, SystemField } from '@ai-census/schema'
import type { SystemRule } from './rule.ts'
import { listed } from './wording.ts'

/** Registered, and answers are missing. One that is out of scope owes its name and its justification only. */
export const incomplete: SystemRule = {
  id: 'incomplete',
  subject: 'system',
  raise({ system }, { settings }) {
    if (system.state !== 'registered') return null
    const lacking = required(system, settings.requiredFields).filter((field) => !system.fields[field])
    if (lacking.length === 0) return null
    return {
      reason: `No answer yet for ${listed(lacking, lacking.length)}.`,
      clearedBy: `Answer ${listed(lacking, lacking.length)}.`,
    }
  },
}

function required(system: Pick<AiSystem, 'fields'>, fields: readonly SystemField[]): readonly SystemField[] {
  return system.fields.scope?.value === 'out-of-scope' ? ['name', 'scopeJustification'] : fields
}
