import type { FieldRule } from './rule.ts'

export const valueChainRole: FieldRule = { field: 'valueChainRole' }
