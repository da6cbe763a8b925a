import type { FieldRule } from './rule.ts'

export const scopeJustification: FieldRule = { field: 'scopeJustification' }
