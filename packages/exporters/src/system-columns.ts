import type { AiSystem, SystemField } from '@ai-census/schema'

/** How a system stands in one cell of a table. */
export interface SystemColumnText {
  title: string
  read: (system: AiSystem) => string
}

const field = (name: SystemField, title: string): SystemColumnText => ({
  title,
  read: (system) => system.fields[name]?.value ?? (name === 'name' ? system.groupTitle : ''),
})

/** A new field does not compile until its column has a title. */
const fields = {
  name: field('name', 'Name'),
  businessOwner: field('businessOwner', 'Business owner'),
  technicalOwner: field('technicalOwner', 'Technical owner'),
  purpose: field('purpose', 'Purpose'),
  userImpact: field('userImpact', 'User impact'),
  data: field('data', 'Data used'),
  riskLevel: field('riskLevel', 'Risk level'),
  riskRationale: field('riskRationale', 'Risk rationale'),
  monitoringMethod: field('monitoringMethod', 'Monitoring method'),
  scope: field('scope', 'Scope'),
  scopeJustification: field('scopeJustification', 'Scope justification'),
  valueChainRole: field('valueChainRole', 'Value chain role'),
  lifecycle: field('lifecycle', 'Lifecycle'),
  nextReview: field('nextReview', 'Next review'),
} satisfies Record<SystemField, SystemColumnText>

const list = (values: readonly string[]): string => values.join('; ')
const column = (title: string, read: SystemColumnText['read']): SystemColumnText => ({ title, read })

/** Every column that a table of systems may have, in the order in which files have them. */
export const systemColumns = {
  id: column('ID', (system) => system.id),
  state: column('State', (system) => system.state),
  ...fields,
  suppliers: column('Suppliers', (system) => list(system.suppliers)),
  models: column('Models', (system) => list(system.models)),
  componentCount: column('Components', (system) => String(system.componentCount)),
  grade: column('Grade', (system) => system.grade ?? ''),
  contexts: column('Contexts', (system) => list(system.contexts)),
  flags: column('Flags', (system) => list(system.flags)),
  groupKey: column('Found in', (system) => system.groupKey),
  live: column('Live', (system) => (system.live ? 'yes' : 'no')),
  firstSeenAt: column('First seen', (system) => system.firstSeenAt ?? ''),
  lastSeenAt: column('Last seen', (system) => system.lastSeenAt ?? ''),
  assignee: column('Assignee', (system) => system.assignee ?? ''),
}

export type SystemColumnId = keyof typeof systemColumns
