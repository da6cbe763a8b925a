import { UserImpact } from '@ai-census/schema'
import type { Factor } from '../factor.ts'

export const userImpact: Factor<'user-impact'> = {
  id: 'user-impact',
  title: 'User impact',
  question: 'Whom does its output reach?',
  weight: 2,
  levels: {
    internal: { label: 'its output stays with those who run it', severity: 0 },
    'customer-facing': { label: 'customers or the public see its output', severity: 0.5 },
    'decision-support': { label: 'its output bears on decisions about people', severity: 1 },
  },
  evidence({ fields }) {
    const answer = UserImpact.safeParse(fields.userImpact?.value)
    return answer.success
      ? { answer: answer.data, because: `Its record names ${answer.data} as its user impact.` }
      : null
  },
  reopenedBy: ['userImpact', 'purpose'],
}
