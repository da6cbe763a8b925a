import type { Factor } from '../factor.ts'

export const scale: Factor<'scale'> = {
  id: 'scale',
  title: 'Scale',
  question: 'How many people does it touch in a year?',
  weight: 1,
  levels: {
    tens: { label: 'it touches fewer than a hundred people a year', severity: 0 },
    thousands: { label: 'it touches up to ten thousand people a year', severity: 1 / 3 },
    'hundred-thousands': { label: 'it touches up to a million people a year', severity: 2 / 3 },
    millions: { label: 'it touches more than a million people a year', severity: 1 },
  },
  evidence({ components }) {
    const isOutsideProduction = components.length > 0 && components.every((c) => c.context !== 'production')
    return isOutsideProduction ? { answer: 'tens', because: 'It is seen outside production only.' } : null
  },
  reopenedBy: ['production', 'userImpact'],
}
