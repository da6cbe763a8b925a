import type { FieldRule } from './rule.ts'

export const name: FieldRule = { field: 'name', claim: 'name', infer: ({ groupTitle }) => groupTitle }
