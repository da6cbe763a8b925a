import type { FieldRule } from './rule.ts'

/** Whom a system's output reaches is a judgement; nothing that is discovered answers it. */
export const userImpact: FieldRule = { field: 'userImpact' }
