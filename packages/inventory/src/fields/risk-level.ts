import type { FieldRule } from './rule.ts'

/** A claimed level suggests; only a person's rates the system (see the flag `unrated`). */
export const riskLevel: FieldRule = {
  field: 'riskLevel',
  claim: 'risk-level',
  accept: (value, { riskLevels }) =>
    riskLevels.find((level) => level.toLowerCase() === value.trim().toLowerCase()) ?? null,
}
