import type { Factor } from '../factor.ts'

export const dataSensitivity: Factor<'data-sensitivity'> = {
  id: 'data-sensitivity',
  title: 'Data sensitivity',
  question: 'What is the most sensitive data that it sees?',
  weight: 3,
  levels: {
    public: { label: 'it sees public data only', severity: 0 },
    internal: { label: 'it sees the organisation’s own data', severity: 1 / 3 },
    personal: { label: 'it sees personal data', severity: 2 / 3 },
    'special-category': {
      label:
        'it sees special categories of personal data (health, biometrics, beliefs …) or data of like weight',
      severity: 1,
    },
  },
  evidence({ components }) {
    const source = components.find((c) => c.kind === 'knowledge-base' || c.kind === 'dataset')
    return source
      ? {
          answer: 'internal',
          because: `It reads ${source.name}; whether that holds personal data, a person must say.`,
        }
      : null
  },
  reopenedBy: ['dataSources', 'data'],
}
