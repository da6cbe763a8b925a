import type { FieldRule } from './rule.ts'

export const technicalOwner: FieldRule = { field: 'technicalOwner', claim: 'technical-owner' }
