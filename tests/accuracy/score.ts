import { Context, type Finding, Grade, isCodeLocation } from '@ai-census/schema'
import type { ExpectedModel, ExpectedSupplier, Place, Project } from './corpus.ts'

/** How many of how many. */
export interface Share {
  readonly right: number
  readonly of: number
}

export const measures = [
  'supplier recall',
  'supplier precision',
  'model recall',
  'kind recall',
  'grade',
  'context',
  'line',
] as const
export type Measure = (typeof measures)[number]

export interface Score {
  readonly project: Project
  readonly shares: Readonly<Record<Measure, Share>>
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[]
  /** Suppliers that are said to be in production. */
  readonly inProduction: readonly string[]
}

/** Compares what one project should show with what was found in it. Strict: half right is wrong. */
export function score(project: Project, findings: readonly Finding[]): Score {
  const faults: string[] = []
  const verdicts = verdictsOf(findings)
  const tell = (right: boolean, fault: string): boolean => {
    if (!right) faults.push(fault)
    return right
  }
  const found = project.suppliers.filter(({ supplier }) =>
    tell(verdicts.has(supplier), `supplier ${supplier} is not found`),
  )
  const expected = new Set(project.suppliers.map(({ supplier }) => supplier))
  const named = [...verdicts.keys()].filter((slug) => !project.also.has(slug))
  const rightly = named.filter((slug) => tell(expected.has(slug), `supplier ${slug} is false`))
  const models = project.models.filter((model) =>
    tell(modelOf(findings, model) !== undefined, `model ${model.id} of ${model.supplier} is not found`),
  )
  const kinds = project.kinds.filter((kind) =>
    tell(
      findings.some((finding) => finding.kind === kind),
      `no ${kind} is found`,
    ),
  )
  const grades = found.filter((one) => tell(isGraded(verdicts, one), gradeFault(verdicts, one, 'grade')))
  const contexts = found.filter((one) =>
    tell(verdicts.get(one.supplier)?.context === one.context, gradeFault(verdicts, one, 'context')),
  )
  const lines = [
    ...found.map(({ supplier, place }) => ({
      place,
      what: supplier,
      by: findings.filter((finding) => finding.supplier === supplier),
    })),
    ...models.map((model) => ({ place: model.place, what: model.id, by: [modelOf(findings, model)!] })),
  ].filter(({ place }) => place !== null)
  const placed = lines.filter(({ place, what, by }) =>
    tell(isPlaced(by, place!), `${what} is not at ${place!.path}:${place!.line}`),
  )
  return {
    project,
    faults,
    inProduction: [...verdicts].flatMap(([slug, { context }]) => (context === 'production' ? [slug] : [])),
    shares: {
      'supplier recall': { right: found.length, of: project.suppliers.length },
      'supplier precision': { right: rightly.length, of: named.length },
      'model recall': { right: models.length, of: project.models.length },
      'kind recall': { right: kinds.length, of: project.kinds.length },
      grade: { right: grades.length, of: found.length },
      context: { right: contexts.length, of: found.length },
      line: { right: placed.length, of: lines.length },
    },
  }
}

interface Verdict {
  readonly grade: Grade
  readonly context: Context
}

/** Of each supplier the weightiest context, and the strongest grade in it. */
function verdictsOf(findings: readonly Finding[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  const weight = (one: Verdict): number =>
    Grade.options.indexOf(one.grade) - Context.options.indexOf(one.context) * Grade.options.length
  for (const { supplier, grade, context } of findings) {
    if (supplier === null) continue
    const known = verdicts.get(supplier)
    if (!known || weight({ grade, context }) > weight(known)) verdicts.set(supplier, { grade, context })
  }
  return verdicts
}

const modelOf = (findings: readonly Finding[], { id, supplier }: ExpectedModel): Finding | undefined =>
  findings.find((one) => one.kind === 'model' && one.model?.id === id && one.supplier === supplier)

const isGraded = (verdicts: ReadonlyMap<string, Verdict>, { supplier, grade }: ExpectedSupplier): boolean =>
  verdicts.get(supplier)?.grade === grade

const gradeFault = (
  verdicts: ReadonlyMap<string, Verdict>,
  expected: ExpectedSupplier,
  what: 'grade' | 'context',
): string =>
  `${expected.supplier}: ${what} is ${verdicts.get(expected.supplier)?.[what]}, not ${expected[what]}`

const isPlaced = (findings: readonly Finding[], { path, line }: Place): boolean =>
  findings.some(({ evidence }) =>
    evidence.some(
      ({ location }) =>
        isCodeLocation(location) && location.path === path && Math.abs(location.startLine - line) <= 1,
    ),
  )
