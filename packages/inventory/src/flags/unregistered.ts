import type { SystemRule } from './rule.ts'
import { cited, counted, withExample } from './wording.ts'

/**
 * Discovered, and nobody has registered it. Needs evidence of the organisation's own work: what only tests, examples
 * or prose mention, and what a catalogue merely offers, is shown but asks nobody to register it.
 */
export const unregistered: SystemRule = {
  id: 'unregistered',
  subject: 'system',
  raise({ system, telling }) {
    const [first] = telling
    if (system.state !== 'unregistered' || !first) return null
    return {
      reason: `${withExample(telling.length, `${counted(telling.length, 'component')} in use and not in the register`, cited(first))}.`,
      clearedBy: 'Register the system, merge it into a registered one, or dismiss it with a reason.',
    }
  },
}
