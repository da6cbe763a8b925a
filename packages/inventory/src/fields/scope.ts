import type { FieldRule } from './rule.ts'

export const scope: FieldRule = { field: 'scope' }
