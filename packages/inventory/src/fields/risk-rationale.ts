import type { FieldRule } from './rule.ts'

export const riskRationale: FieldRule = { field: 'riskRationale' }
