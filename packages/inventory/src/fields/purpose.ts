import type { FieldRule } from './rule.ts'

export const purpose: FieldRule = { field: 'purpose', claim: 'purpose' }
