import type { FieldRule } from './rule.ts'

export const businessOwner: FieldRule = { field: 'businessOwner', claim: 'business-owner' }
