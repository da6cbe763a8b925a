import type { FieldRule } from './rule.ts'

/** That a monitoring tool is there does not tell that somebody watches; a person says how. */
export const monitoringMethod: FieldRule = { field: 'monitoringMethod' }
