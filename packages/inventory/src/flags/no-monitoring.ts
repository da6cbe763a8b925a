import { governed, isIdle } from './governed.ts'
import type { SystemRule } from './rule.ts'

/** Registered, in scope, in use, and nobody said how its behaviour is watched. */
export const noMonitoring: SystemRule = {
  id: 'no-monitoring',
  subject: 'system',
  raise({ system }) {
    if (!governed(system) || isIdle(system) || system.fields.monitoringMethod) return null
    return {
      reason: 'Registered without a monitoring method.',
      clearedBy: 'Say how its behaviour is monitored.',
    }
  },
}
