import type { Factor } from '../factor.ts'

export const oversight: Factor<'oversight'> = {
  id: 'oversight',
  title: 'Human oversight',
  question: 'Who checks what it puts out?',
  weight: 2,
  levels: {
    'every-output': { label: 'a person checks every output before it counts', severity: 0 },
    sampled: { label: 'people check samples of its output', severity: 1 / 3 },
    'on-complaint': { label: 'people look only when somebody complains', severity: 2 / 3 },
    none: { label: 'nobody checks its output', severity: 1 },
  },
  evidence({ fields: { monitoringMethod } }) {
    return monitoringMethod
      ? { answer: 'sampled', because: `Its record says how it is watched: ${monitoringMethod.value}.` }
      : { answer: 'none', because: 'Nobody has said how its behaviour is watched.' }
  },
  // Another model behaves another way: whether the checks still fit must be asked again.
  reopenedBy: ['models', 'tools', 'monitoringMethod'],
}
