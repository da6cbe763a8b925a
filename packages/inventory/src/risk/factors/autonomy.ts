import type { Factor } from '../factor.ts'

/** Decision weight and autonomy. */
export const autonomy: Factor<'autonomy'> = {
  id: 'autonomy',
  title: 'Decision weight and autonomy',
  question: 'How much does it decide or do by itself?',
  weight: 3,
  levels: {
    'no-decision': { label: 'it does a narrow task that no decision rests on', severity: 0 },
    advises: { label: 'people decide with its advice', severity: 1 / 3 },
    'acts-reviewed': {
      label: 'it acts or decides, and a person can stop it before it takes effect',
      severity: 2 / 3,
    },
    'acts-alone': { label: 'it acts or decides without anybody in between', severity: 1 },
  },
  evidence({ components, fields }) {
    const agent = components.find((c) => c.kind === 'agent')
    if (agent)
      return { answer: 'acts-reviewed', because: `${agent.name} is an agent, which acts through tools.` }
    return fields.userImpact?.value === 'decision-support'
      ? { answer: 'advises', because: 'Its record says that it supports decisions.' }
      : null
  },
  reopenedBy: ['tools', 'purpose'],
}
