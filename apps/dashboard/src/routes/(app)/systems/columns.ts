/** What the table can show of a system; the same names as the columns of its CSV. */
import type { SystemColumn } from '@ai-census/api'
import { fieldTable } from '#lib/fields.ts'
import { readStored, store } from '#lib/state/stored.ts'
import { keysOf } from '#lib/words.ts'

export interface Column {
  label: string
  /** As wide as a word, a state, a name, or a sentence. */
  width: 'word' | 'badge' | 'name' | 'text'
  /** How the API calls the order by this column. */
  sort?: 'name' | 'risk' | 'firstSeenAt' | 'lastSeenAt' | 'attention'
  /** The newest and the gravest first. */
  firstDescending?: boolean
}
type Width = Column['width']

const of = (label: string, width: Width, more: Partial<Column> = {}): Column => ({ label, width, ...more })
const field = (name: keyof typeof fieldTable, width: Width, more: Partial<Column> = {}): Column =>
  of(fieldTable[name].label, width, more)

const table = {
  name: of('System', 'text', { sort: 'name' }),
  state: of('State', 'badge'),
  riskLevel: of('Risk', 'word', { sort: 'risk', firstDescending: true }),
  flags: of('Attention', 'name', { sort: 'attention' }),
  suppliers: of('Suppliers', 'name'),
  models: of('Models', 'name'),
  grade: of('Grade', 'word'),
  contexts: of('Context', 'word'),
  businessOwner: field('businessOwner', 'name'),
  technicalOwner: field('technicalOwner', 'name'),
  assignee: of('Assignee', 'name'),
  userImpact: field('userImpact', 'name'),
  lifecycle: field('lifecycle', 'word'),
  nextReview: field('nextReview', 'word'),
  purpose: field('purpose', 'text'),
  data: field('data', 'text'),
  riskRationale: field('riskRationale', 'text'),
  monitoringMethod: field('monitoringMethod', 'name'),
  scope: field('scope', 'word'),
  scopeJustification: field('scopeJustification', 'text'),
  valueChainRole: field('valueChainRole', 'word'),
  componentCount: of('Components', 'word'),
  groupKey: of('Found in', 'text'),
  live: of('Live', 'word'),
  firstSeenAt: of('First seen', 'word', { sort: 'firstSeenAt', firstDescending: true }),
  lastSeenAt: of('Last seen', 'word', { sort: 'lastSeenAt', firstDescending: true }),
  id: of('ID', 'name'),
} satisfies Record<SystemColumn, Column>

export const columnOf = (id: SystemColumn): Column => table[id]

/** All but the name, which every row begins with. */
export const choosable: readonly SystemColumn[] = keysOf(table).filter((id) => id !== 'name')

export const usual: readonly SystemColumn[] = [
  'state',
  'riskLevel',
  'flags',
  'suppliers',
  'businessOwner',
  'grade',
  'lastSeenAt',
]

/** `state,riskLevel` → both, each once; what is no column is left out. Undefined where none is left. */
export function readColumns(text: string | null | undefined): readonly SystemColumn[] | undefined {
  const asked = text?.split(',') ?? []
  const known = choosable.filter((id) => asked.includes(id))
  return known.length > 0 ? known.sort((a, b) => asked.indexOf(a) - asked.indexOf(b)) : undefined
}

/** In the address only where it is not what everybody sees. */
export const writeColumns = (columns: readonly SystemColumn[]): string | undefined =>
  columns.join() === usual.join() ? undefined : columns.join()

const KEY = 'systems.columns'
/** This browser's own choice, where there is one. */
export const keptColumns = (): string | undefined => {
  const kept = readColumns(readStored(KEY))
  return kept && writeColumns(kept)
}
export const keepColumns = (text: string | undefined): boolean => store(KEY, text ?? null)

const rem: Record<Width, number> = { word: 6.5, badge: 8.5, name: 11, text: 16 }
/** How wide the table must be for all columns to be readable; the name takes what is left. */
export const leastWidth = (columns: readonly SystemColumn[]): number =>
  columns.reduce((sum, id) => sum + rem[table[id].width], 17)
