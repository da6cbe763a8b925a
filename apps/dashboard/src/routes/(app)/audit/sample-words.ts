/** Samples in words. */
import { count } from '#lib/format.ts'
import type { SampleSummary } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

type Population = SampleSummary['population']

export const populationWords = {
  systems: { label: 'AI systems', help: 'From the inventory to its evidence: is each what it says it is?' },
  components: { label: 'Components', help: 'From the inventory to its evidence, thing by thing' },
  findings: { label: 'Findings', help: 'From the source to the inventory: did each finding get there?' },
  scopes: {
    label: 'Places',
    help: 'From the source to the inventory: open the place, and see whether anything was missed',
  },
} satisfies Record<Population, { label: string; help: string }>

/** How far a sample has come. */
export function progressOf({ result, drawn }: Pick<SampleSummary, 'result' | 'drawn'>): Word {
  const { errors, pending, concluded } = result
  const wrong = `${count(errors)} wrong`
  if (pending === 0)
    return errors > 0
      ? { label: wrong, tone: 'danger', help: result.sentence }
      : { label: 'All as they should be', tone: 'ok', help: result.sentence }
  return {
    label: `${count(concluded)} of ${count(drawn)}${errors > 0 ? `, ${wrong}` : ''}`,
    tone: errors > 0 ? 'danger' : 'notice',
    help: result.sentence,
  }
}
