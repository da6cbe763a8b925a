/** One row per governed field: how it is called, asked for, explained and printed. */
import type { SystemField, SystemFields } from '@ai-census/schema'
import { day } from './format.ts'
import { riskWord } from './words.ts'

export type Control =
  | { type: 'line'; maxLength: number; placeholder?: string }
  /** A line that offers the people whom this installation knows. */
  | { type: 'person'; maxLength: number; placeholder?: string }
  | { type: 'text'; maxLength: number; rows: number; placeholder?: string }
  | { type: 'choice'; options: readonly { value: string; label: string; help: string }[] }
  | { type: 'date' }

export interface FieldRow {
  label: string
  help: string
  control: Control
  /** The form's section that asks for it. */
  section: 'identity' | 'use' | 'risk' | 'governance'
  format: (value: string) => string
}

const same = (value: string) => value
const option = (value: string, label: string, help: string) => ({ value, label, help })

const choice = (options: readonly { value: string; label: string; help: string }[]) => ({
  control: { type: 'choice', options } as const,
  format: (value: string) => options.find((o) => o.value === value)?.label ?? value,
})

export const fieldTable = {
  name: {
    label: 'Name',
    help: 'What people call it',
    section: 'identity',
    control: { type: 'line', maxLength: 200 },
    format: same,
  },
  businessOwner: {
    label: 'Business owner',
    help: 'Who answers for its purpose and its risk',
    section: 'identity',
    control: { type: 'person', maxLength: 200, placeholder: 'Person or role' },
    format: same,
  },
  technicalOwner: {
    label: 'Technical owner',
    help: 'Who runs it',
    section: 'identity',
    control: { type: 'person', maxLength: 200, placeholder: 'Person or team' },
    format: same,
  },
  purpose: {
    label: 'Purpose',
    help: 'What it is for, in a sentence',
    section: 'use',
    control: { type: 'text', maxLength: 2000, rows: 2 },
    format: same,
  },
  userImpact: {
    label: 'User impact',
    help: 'Whom its output reaches',
    section: 'use',
    ...choice([
      option('internal', 'Internal', 'Our own people see its output'),
      option('customer-facing', 'Customer-facing', 'Customers or the public see its output'),
      option('decision-support', 'Decision support', 'Its output informs decisions about people'),
    ]),
  },
  data: {
    label: 'Data',
    help: 'Categories, sources and sensitivity of the data it sees',
    section: 'use',
    control: { type: 'text', maxLength: 2000, rows: 2 },
    format: same,
  },
  riskLevel: {
    label: 'Risk level',
    help: 'A level of your internal scale',
    section: 'risk',
    control: {
      type: 'choice',
      options: ['low', 'medium', 'high'].map((level) =>
        option(level, riskWord(level).label, riskWord(level).help),
      ),
    },
    format: (value) => riskWord(value).label,
  },
  riskRationale: {
    label: 'Risk rationale',
    help: 'Why that level',
    section: 'risk',
    control: { type: 'text', maxLength: 4000, rows: 2 },
    format: same,
  },
  monitoringMethod: {
    label: 'Monitoring method',
    help: 'How its behaviour is watched',
    section: 'risk',
    control: { type: 'text', maxLength: 1000, rows: 1 },
    format: same,
  },
  scope: {
    label: 'Scope',
    help: 'Whether it is inside the management system',
    section: 'governance',
    ...choice([
      option('in-scope', 'In scope', 'The management system governs it'),
      option('out-of-scope', 'Out of scope', 'It is excluded, and the justification says why'),
    ]),
  },
  scopeJustification: {
    label: 'Scope justification',
    help: 'Why it is in or out',
    section: 'governance',
    control: { type: 'text', maxLength: 2000, rows: 1 },
    format: same,
  },
  valueChainRole: {
    label: 'Value chain role',
    help: 'Your organisation’s role for this system',
    section: 'governance',
    ...choice([
      option('developer', 'Developer', 'We build the model or the system'),
      option('provider', 'Provider', 'We offer it to others'),
      option('deployer', 'Deployer', 'We run it under our authority'),
      option('user', 'User', 'We use what another party runs'),
    ]),
  },
  lifecycle: {
    label: 'Lifecycle',
    help: 'Where it is in its life',
    section: 'governance',
    ...choice([
      option('planned', 'Planned', 'Not built yet'),
      option('development', 'Development', 'Being built or tried'),
      option('deployed', 'Deployed', 'In use'),
      option('retired', 'Retired', 'No longer in use'),
    ]),
  },
  nextReview: {
    label: 'Next review',
    help: 'When it must be looked at again',
    section: 'governance',
    control: { type: 'date' },
    format: day,
  },
} satisfies Record<keyof SystemFields, FieldRow>

/** The fields in the order of the table above. */
export const fieldNames = Object.keys(fieldTable) as SystemField[] // `satisfies` above makes this exact

export const fieldRow = (field: SystemField): FieldRow => fieldTable[field]

export const sectionTitles = {
  identity: 'Who and what',
  use: 'Use',
  risk: 'Risk',
  governance: 'Governance',
} satisfies Record<FieldRow['section'], string>

/** A field's form name from the place of a fault: `body.fields.riskLevel` → `riskLevel`. */
export function fieldOfPlace(place: string): SystemField | undefined {
  const parts = place.split(/[./[\]]+/).filter(Boolean)
  return fieldNames.find((name) => parts.includes(name))
}
