import type { FieldRule } from './rule.ts'

export const nextReview: FieldRule = { field: 'nextReview' }
