import type { Factor, PreAnswer } from '../factor.ts'

const BY_IMPACT: Readonly<Record<string, PreAnswer<'affected-people'>>> = {
  internal: { answer: 'staff', because: 'Its record says that its output stays inside.' },
  'customer-facing': { answer: 'customers', because: 'Its record says that customers see its output.' },
}

export const affectedPeople: Factor<'affected-people'> = {
  id: 'affected-people',
  title: 'Affected people',
  question: 'Who bears the consequences when it is wrong?',
  weight: 2,
  levels: {
    nobody: { label: 'nobody bears the consequences when it is wrong', severity: 0 },
    staff: { label: 'staff bear the consequences when it is wrong', severity: 1 / 3 },
    customers: { label: 'customers or the public bear the consequences when it is wrong', severity: 2 / 3 },
    vulnerable: {
      label:
        'people who can hardly defend themselves (children, patients, applicants …) bear the consequences',
      severity: 1,
    },
  },
  evidence: ({ fields }) => BY_IMPACT[fields.userImpact?.value ?? ''] ?? null,
  reopenedBy: ['userImpact', 'purpose'],
}
