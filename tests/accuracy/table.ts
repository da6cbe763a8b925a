import { type Measure, measures, type Score, type Share } from './score.ts'

/** The sum of a measure over projects. */
export function sum(scores: readonly Score[], measure: Measure): Share {
  return scores.reduce<Share>(
    (total, { shares }) => ({
      right: total.right + shares[measure].right,
      of: total.of + shares[measure].of,
    }),
    { right: 0, of: 0 },
  )
}

export const ratio = ({ right, of }: Share): number => (of === 0 ? 1 : right / of)

/** One line an area, and one over all. */
export function table(title: string, scores: readonly Score[]): string {
  const areas = [...new Set(scores.map(({ project }) => project.area))].sort()
  const row = (name: string, some: readonly Score[]): string =>
    [
      name.padEnd(18),
      String(some.length).padStart(4),
      ...measures.map((measure) => cell(sum(some, measure))),
    ].join(' ')
  return [
    title,
    [
      'area'.padEnd(18),
      '   n',
      ...measures.map((measure) => measure.replace('supplier', 'suppl.').padStart(16)),
    ].join(' '),
    ...areas.map((area) =>
      row(
        area,
        scores.filter(({ project }) => project.area === area),
      ),
    ),
    row('all', scores),
  ].join('\n')
}

const cell = (share: Share): string =>
  (share.of === 0 ? '-' : `${ratio(share).toFixed(3)} ${share.right}/${share.of}`).padStart(16)
