import { governed } from './governed.ts'
import type { SystemRule } from './rule.ts'

/** Registered and no person has set its risk level. A level that a manifest claims is a suggestion. */
export const unrated: SystemRule = {
  id: 'unrated',
  subject: 'system',
  raise({ system }) {
    const { riskLevel } = system.fields
    if (!governed(system) || riskLevel?.source === 'pin') return null
    const suggestion = riskLevel ? ` ${riskLevel.by} suggests ${riskLevel.value}.` : ''
    return { reason: `Registered without a risk level.${suggestion}`, clearedBy: 'Set its risk level.' }
  },
}
