import { governed } from './governed.ts'
import type { SystemRule } from './rule.ts'
import { listed } from './wording.ts'

/**
 * Registered and no person has rated it, or rated it by a scale that is no longer the organisation's. A level that a
 * manifest claims is a suggestion.
 */
export const unrated: SystemRule = {
  id: 'unrated',
  subject: 'system',
  raise({ system }, { settings: { riskLevels } }) {
    const { riskLevel } = system.fields
    if (!governed(system)) return null
    if (riskLevel?.source === 'pin') {
      if (riskLevels.some((level) => level.toLowerCase() === riskLevel.value.toLowerCase())) return null
      return {
        reason: `Its risk level “${riskLevel.value}” is none of the scale’s: ${listed(riskLevels, riskLevels.length)}.`,
        clearedBy: 'Rate it again.',
      }
    }
    const suggestion = riskLevel ? ` ${riskLevel.by} suggests ${riskLevel.value}.` : ''
    return { reason: `Registered without a risk level.${suggestion}`, clearedBy: 'Rate it.' }
  },
}
