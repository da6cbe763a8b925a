import type {
  DecisionBody,
  Finding,
  Flag,
  FlagId,
  Inventory,
  ScanReport,
  Scope,
  SystemFields,
} from '@ai-census/schema'
import { emptyCatalogue } from '../catalogue.ts'
import { appendDecision, LOG_START } from '../decide.ts'
import { systemId } from '../ids.ts'
import type { Facts } from '../ledger.ts'
import { MemoryLedger } from '../memory-ledger.ts'
import { defaultSettings } from '../settings.ts'

/** A finding with what a test says of it, and the plainest of everything else. */
export function finding(part: Partial<Finding> & { key: string }): Finding {
  return {
    kind: 'service',
    supplier: 'openai',
    name: part.key,
    grade: 'configured',
    context: 'production',
    identifiers: [],
    attributes: {},
    evidence: [
      {
        method: 'import',
        rule: 'openai/import',
        strength: 'strong',
        location: { path: 'src/app.py', startLine: 12 },
      },
    ],
    ...part,
  }
}

export const repository = (name: string, more: Partial<Scope> = {}): Scope => ({
  key: `git:github.com/acme/${name}`,
  title: `acme/${name}`,
  ...more,
})

/** The nth day of a made-up month, at eight. */
export const day = (n: number): string => new Date(Date.UTC(2026, 9, n, 8)).toISOString()

export function report(scope: Scope, findings: Finding[], more: Partial<ScanReport> = {}): ScanReport {
  return {
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c1',
    scope,
    startedAt: day(1),
    finishedAt: day(1),
    coverage: { status: 'complete' },
    unknowns: [],
    findings,
    ...more,
  }
}

export const fixed = { now: day(28), catalogue: emptyCatalogue, settings: defaultSettings }

/** The facts after these reports, each its own scan, and these decisions, taken on the 20th. */
export function factsOf(
  reports: readonly ScanReport[],
  decisions: readonly DecisionBody[] = [],
  more: Partial<Facts> = {},
): Facts {
  const ledger = new MemoryLedger()
  for (const [i, one] of reports.entries()) ledger.record(one, { scan: `scan-${i}` })
  for (const body of decisions) ledger.decide(day(20), 'ada', body)
  return { ...ledger.facts(fixed), ...more }
}

export function decisionsOf(bodies: readonly DecisionBody[]): ReturnType<typeof appendDecision>[] {
  const log: ReturnType<typeof appendDecision>[] = []
  for (const [i, body] of bodies.entries()) {
    log.push(appendDecision(log.at(-1)?.hash ?? LOG_START, i + 1, day(20), 'ada', body))
  }
  return log
}

/** The system of a repository made by `repository`. */
export const systemOfRepository = (name: string): string => systemId(`repository:${repository(name).key}`)

/** A person's registration of a repository's system. */
export const register = (
  name: string,
  fields: Partial<SystemFields> = {},
): Extract<DecisionBody, { type: 'register' }> => ({
  type: 'register',
  system: systemOfRepository(name),
  groupKeys: [`repository:${repository(name).key}`],
  anchors: [],
  fields: { name: `The ${name}`, ...fields },
})

/** Every field that a complete record answers. */
export const complete: Omit<SystemFields, 'name' | 'nextReview' | 'scopeJustification' | 'riskRationale'> = {
  businessOwner: 'Ada',
  technicalOwner: 'Grace',
  purpose: 'answers customers',
  userImpact: 'customer-facing',
  data: 'order history',
  riskLevel: 'medium',
  monitoringMethod: 'weekly sample',
  scope: 'in-scope',
  valueChainRole: 'deployer',
  lifecycle: 'deployed',
}

/** The flags of one id, by subject. */
export const raised = (inventory: Inventory, id: FlagId): Record<string, Flag> =>
  Object.fromEntries(inventory.flags.filter((f) => f.id === id).map((f) => [f.subject.id, f]))
