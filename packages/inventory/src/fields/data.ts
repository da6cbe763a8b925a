import type { FieldRule } from './rule.ts'

/** The data sources that were found; their sensitivity is for a person to add. */
export const data: FieldRule = {
  field: 'data',
  infer({ components }) {
    const sources = components.filter((c) => c.kind === 'dataset' || c.kind === 'knowledge-base')
    const names = [...new Set(sources.map((c) => c.name))].sort()
    if (names.length === 0) return null
    const shown = names.slice(0, 10).join(', ')
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown
  },
}
