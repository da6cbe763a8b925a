import { loadCatalogue } from '@ai-census/signatures'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCorpus } from './corpus.ts'
import { scanAll } from './scan.ts'
import { type Measure, type Score, score } from './score.ts'
import { ratio, sum, table } from './table.ts'

/** What nobody would trust an inventory below. */
const bar: Partial<Record<Measure, number>> = {
  'supplier recall': 0.97,
  'supplier precision': 0.98,
  'model recall': 0.95,
  grade: 0.95,
  context: 0.97,
  line: 0.95,
}

const projects = loadCorpus(loadCatalogue())
let scores: Score[] = []

beforeAll(async () => {
  const { findings, reports } = await scanAll(projects)
  expect(reports).toHaveLength(projects.length)
  // A file that a defect keeps out of the conclusion would otherwise go unnoticed.
  expect(
    reports.flatMap(({ unknowns }) => unknowns).filter(({ reason }) => reason === 'unavailable'),
  ).toEqual([])
  scores = projects.map((project) => score(project, findings.get(project.name) ?? []))
  for (const set of ['tuning', 'held-out'] as const)
    console.log(`${table(`Accuracy, ${set}`, of(set))}\n${faultsOf(of(set)).join('\n')}`)
})

const of = (set: 'tuning' | 'held-out'): Score[] => scores.filter(({ project }) => project.set === set)

const faultsOf = (some: readonly Score[]): string[] =>
  some.flatMap(({ project, faults }) => faults.map((fault) => `  ${project.name}: ${fault}`))

describe('the labelled corpus', () => {
  it('has projects enough of both kinds, half of them held out', () => {
    const negatives = projects.filter(({ area }) => area === 'negative').length
    expect(negatives).toBeGreaterThanOrEqual(60)
    expect(projects.length - negatives).toBeGreaterThanOrEqual(60)
    const heldOut = of('held-out').length / projects.length
    expect(heldOut).toBeGreaterThan(0.4)
  })

  for (const set of ['tuning', 'held-out'] as const)
    for (const [measure, least] of Object.entries(bar))
      it(`${set}: ${measure} is at least ${least}`, () => {
        // Object.entries forgets that the keys are measures.
        const share = sum(of(set), measure as Measure)
        expect(ratio(share), faultsOf(of(set)).join('\n')).toBeGreaterThanOrEqual(least)
      })

  it('says of no negative that a supplier is in production', () => {
    const said = scores
      .filter(({ project }) => project.area === 'negative')
      .flatMap(({ project, inProduction }) => inProduction.map((slug) => `${project.name}: ${slug}`))
    expect(said).toEqual([])
  })
})
