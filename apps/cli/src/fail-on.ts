import { type Finding, isCodeLocation, isSuppressed, portableKey, type ScanReport } from '@ai-census/schema'
import type { Baseline } from './baseline/baseline.ts'
import type { Comparison } from './baseline/compare.ts'
import { placeOf } from './output/place.ts'
import { safe } from './output/safe.ts'

export const conditions = ['key', 'new-supplier', 'unregistered', 'model-retiring'] as const
export type Condition = (typeof conditions)[number]

/** A system that nobody has registered, with the finding of this scan that it is known by. */
export interface UnregisteredSystem {
  readonly system: string
  readonly name: string
  readonly scope: string
  readonly key: string
}

interface Facts {
  readonly reports: readonly ScanReport[]
  readonly baseline: Baseline | null
  readonly comparison: Comparison | null
  /** What the collector answered; empty where it was not asked. */
  readonly unregistered: readonly UnregisteredSystem[]
}

/**
 * One line for each thing that the named conditions find; none when the build may go on. What is suppressed never
 * counts, and beside a baseline only what is new does.
 */
export function failures(facts: Facts, wanted: readonly Condition[]): string[] {
  const lines = wanted.flatMap((condition) =>
    rules[condition](facts).map((line) => `fail-on ${condition}: ${line}`),
  )
  return [...new Set(lines)].map(safe)
}

type Rule = (facts: Facts) => string[]

const rules: Readonly<Record<Condition, Rule>> = {
  // A key that a provider's own API lists is no leak; one in a file is.
  key: (facts) =>
    counted(facts)
      .filter(
        ({ finding }) =>
          finding.kind === 'credential' && finding.evidence.some(({ location }) => isCodeLocation(location)),
      )
      .map(({ report, finding }) => cited(report, finding)),
  'new-supplier': (facts) => {
    if (!facts.baseline) return []
    const known = new Set(Object.values(facts.baseline.scopes).flatMap((keys) => Object.values(keys)))
    const first = new Map<string, string>()
    for (const { report, finding } of counted(facts)) {
      const { supplier } = finding
      if (supplier !== null && !known.has(supplier) && !first.has(supplier))
        first.set(supplier, cited(report, finding))
    }
    return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([supplier, cause]) => `${supplier}: ${cause}`)
  },
  unregistered: ({ reports, unregistered }) => {
    const found = new Map(
      reports.flatMap((report) =>
        report.findings.map(
          (finding) => [`${report.scope.key} ${finding.key}`, { report, finding }] as const,
        ),
      ),
    )
    return unregistered.map(({ name, scope, key }) => {
      const cause = found.get(`${scope} ${key}`)
      return `${name}: ${cause ? cited(cause.report, cause.finding) : `${scope}: ${key}`}`
    })
  },
  'model-retiring': (facts) =>
    counted(facts).flatMap(({ report, finding }) => {
      const date = finding.attributes.retiresOn
      return typeof date === 'string' ? [`${cited(report, finding)}, retires on ${date}`] : []
    }),
}

function counted({ reports, comparison }: Facts): { report: ScanReport; finding: Finding }[] {
  return reports.flatMap((report) =>
    report.findings
      .filter((finding) => !isSuppressed(finding) && (comparison?.isNew(report, finding) ?? true))
      .map((finding) => ({ report, finding })),
  )
}

const cited = ({ scope }: ScanReport, finding: Finding): string =>
  `${scope.key}: ${finding.name} (${portableKey(finding)}) at ${placeOf(finding.evidence[0])}`
