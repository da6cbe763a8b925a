import type { AiSystem, SystemField } from '@ai-census/schema'
import { csvText } from '../csv-text.ts'
import type { Exporter } from '../exporter.ts'

/** One line a system: what a register is kept as in a spreadsheet. RFC 4180, UTF-8 with a mark for Excel. */
export const csv: Exporter = {
  title: 'CSV: one line a system, for spreadsheets',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  write: ({ systems }) => {
    const lines = [[...before, ...fields, ...after].map((column) => column.title)]
    for (const system of systems)
      lines.push([...before, ...fields, ...after].map((column) => column.read(system)))
    return csvText(lines)
  },
}

interface Column {
  title: string
  read: (system: AiSystem) => string
}

const before: Column[] = [
  { title: 'ID', read: (system) => system.id },
  { title: 'State', read: (system) => system.state },
]

/** A new field does not compile until its column has a title. */
const titles = {
  name: 'Name',
  businessOwner: 'Business owner',
  technicalOwner: 'Technical owner',
  purpose: 'Purpose',
  userImpact: 'User impact',
  data: 'Data used',
  riskLevel: 'Risk level',
  riskRationale: 'Risk rationale',
  monitoringMethod: 'Monitoring method',
  scope: 'Scope',
  scopeJustification: 'Scope justification',
  valueChainRole: 'Value chain role',
  lifecycle: 'Lifecycle',
  nextReview: 'Next review',
} satisfies Record<SystemField, string>

const fields: Column[] = Object.entries(titles).map(([field, title]) => ({
  title,
  // `Object.entries` forgets that the keys of `titles` are the system's fields.
  read: (system) => system.fields[field as SystemField]?.value ?? (field === 'name' ? system.groupTitle : ''),
}))

const list = (values: readonly string[]): string => values.join('; ')

const after: Column[] = [
  { title: 'Suppliers', read: (system) => list(system.suppliers) },
  { title: 'Models', read: (system) => list(system.models) },
  { title: 'Components', read: (system) => String(system.componentCount) },
  { title: 'Grade', read: (system) => system.grade ?? '' },
  { title: 'Contexts', read: (system) => list(system.contexts) },
  { title: 'Flags', read: (system) => list(system.flags) },
  { title: 'Found in', read: (system) => system.groupKey },
  { title: 'Live', read: (system) => (system.live ? 'yes' : 'no') },
  { title: 'First seen', read: (system) => system.firstSeenAt ?? '' },
  { title: 'Last seen', read: (system) => system.lastSeenAt ?? '' },
]
