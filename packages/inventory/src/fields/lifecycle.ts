import { gradeRank } from '@ai-census/schema'
import type { FieldRule } from './rule.ts'

/** What catalogues and manifests call the stages, in our words. */
const STAGES: Readonly<Record<string, string>> = {
  planned: 'planned',
  proposed: 'planned',
  development: 'development',
  experimental: 'development',
  prototype: 'development',
  deployed: 'deployed',
  production: 'deployed',
  live: 'deployed',
  retired: 'retired',
  deprecated: 'retired',
  decommissioned: 'retired',
}

export const lifecycle: FieldRule = {
  field: 'lifecycle',
  claim: 'lifecycle',
  accept: (value) => STAGES[value.trim().toLowerCase()] ?? null,
  infer({ components }) {
    const runs = components.some(
      (c) => c.context === 'production' && gradeRank(c.grade) >= gradeRank('deployed'),
    )
    return runs ? 'deployed' : null
  },
}
